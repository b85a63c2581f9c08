package koetsu.review.internal;

import java.util.Collection;
import java.util.concurrent.CancellationException;
import koetsu.project.Watcher;
import koetsu.review.ReviewSession;
import koetsu.workbench.Jobs;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;

/**
 * An edit that takes longer than a key press may: it is made off the display's thread, while a
 * dialog in front of the window shows how far it is and lets the person give it up. What is given
 * up was not made.
 */
public final class LongEdit extends Dialog {
  /** As much of the log is written before anybody notices. */
  private static final long SHORT_BYTES = 200_000;

  /** So many values are settled before anybody notices. */
  private static final int SHORT_VALUES = 200;

  private static final int STEPS = 1000;

  private final ReviewSession session;
  private final String title;
  private ProgressBar bar;

  /** Whether the person wants it given up; any thread. */
  private volatile boolean cancelled;

  /** What is done, away from the display's thread. */
  @FunctionalInterface
  public interface Work {
    /**
     * @param watcher to be told how far it is
     * @return names of the documents that were edited
     */
    Collection<String> run(Watcher watcher) throws Exception;
  }

  /** What becomes of a failure, on the display's thread. */
  @FunctionalInterface
  public interface Failure {
    void tell(Exception failure);
  }

  private LongEdit(ReviewSession session, String title) {
    super(session.workbench().shell());
    this.session = session;
    this.title = title;
    setBlockOnOpen(false);
  }

  /** Whether an edit that takes so many bytes of the log is one for the display's thread. */
  public static boolean isShort(long bytes) {
    return bytes < SHORT_BYTES;
  }

  /** Whether a decision on so many values is one for the display's thread. */
  static boolean isShort(int values) {
    return values < SHORT_VALUES;
  }

  /**
   * Makes an edit. Thread: the display's, on which the outcome is heard of as well.
   *
   * @param done called once it is on disk and shown
   * @param failed called where it failed, and nothing was changed
   */
  public static void make(
      ReviewSession session, String title, Work work, Runnable done, Failure failed) {
    LongEdit edit = new LongEdit(session, title);
    edit.open();
    edit.run(work, done, failed);
  }

  private void run(Work work, Runnable done, Failure failed) {
    Display display = session.workbench().shell().getDisplay();
    session
        .workbench()
        .jobs()
        .run(
            title,
            progress -> {
              Runnable outcome = () -> session.workbench().message(Texts.of("long.cancelled"));
              try {
                Collection<String> edited = work.run(watcher(progress, display));
                // put together here, so that the display only has to show them
                edited.forEach(session.project()::document);
                outcome =
                    () -> {
                      session.edited(edited);
                      done.run();
                    };
                return null;
              } catch (CancellationException givenUp) {
                throw givenUp;
              } catch (Exception failure) {
                outcome = () -> failed.tell(failure);
                throw failure;
              } finally {
                Runnable over = outcome;
                if (!display.isDisposed()) {
                  display.asyncExec(() -> end(over));
                }
              }
            },
            nothing -> {},
            told -> {});
  }

  private Watcher watcher(Jobs.Progress progress, Display display) {
    return share -> {
      if (cancelled || progress.isCancelled()) {
        throw new CancellationException();
      }
      progress.at(share, null);
      int steps = (int) (STEPS * share);
      if (!display.isDisposed()) {
        display.asyncExec(() -> show(steps));
      }
    };
  }

  private void show(int steps) {
    if (bar != null && !bar.isDisposed() && bar.getSelection() != steps) {
      bar.setSelection(steps);
    }
  }

  private void end(Runnable outcome) {
    close();
    if (!session.workbench().shell().isDisposed()) {
      outcome.run();
    }
  }

  /** A part of a watched piece of work. */
  static Watcher part(Watcher whole, double from, double to) {
    return share -> whole.at(from + share * (to - from));
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(title);
    shell.setData("id", "long");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Label label = new Label(area, SWT.WRAP);
    label.setText(Texts.of("long.message"));
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = 420;
    label.setLayoutData(wide);
    bar = new ProgressBar(area, SWT.HORIZONTAL | SWT.SMOOTH);
    bar.setMaximum(STEPS);
    bar.setData("id", "long.bar");
    bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.CANCEL_ID, Texts.of("editor.cancel"), false);
  }

  /** The dialog stays until the work has heard of it. */
  @Override
  protected void cancelPressed() {
    cancelled = true;
    getButton(IDialogConstants.CANCEL_ID).setEnabled(false);
  }

  @Override
  protected void handleShellCloseEvent() {
    cancelPressed();
  }
}
