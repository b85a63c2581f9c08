package {{package}};

import koetsu.api.record.ParsedRecord;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.workbench.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** Tells of the record in hand how many values each of its fields has. */
final class {{Class}}View implements View, ReviewListener {
  private final ReviewSession session;
  private Text text;

  {{Class}}View(ReviewSession session) {
    this.session = session;
  }

  @Override
  public void create(Composite parent) {
    text = new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
    session.addListener(this);
    show();
  }

  @Override
  public void focus() {
    text.setFocus();
  }

  @Override
  public void dispose() {
    session.removeListener(this);
  }

  @Override
  public void documentChanged(String document) {
    show();
  }

  @Override
  public void selectionChanged(Selection selection, boolean reveal) {
    show();
  }

  private void show() {
    text.setText(session.record().map({{Class}}View::summary).orElse(""));
  }

  static String summary(ParsedRecord record) {
    StringBuilder lines = new StringBuilder(record.first("name"));
    record
        .fields()
        .keySet()
        .forEach(
            field ->
                lines.append('\n').append(field).append(": ").append(record.live(field).size()));
    return lines.toString();
  }
}
