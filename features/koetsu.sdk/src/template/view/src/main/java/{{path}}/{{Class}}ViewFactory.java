package {{package}};

import koetsu.review.ReviewSession;
import koetsu.workbench.ProjectSession;
import koetsu.workbench.View;
import koetsu.workbench.ViewFactory;
import koetsu.workbench.Workbench;
import org.osgi.service.component.annotations.Component;

/** Offers the view to the window. */
@Component
public final class {{Class}}ViewFactory implements ViewFactory {
  @Override
  public String id() {
    return "{{package}}.{{name}}";
  }

  @Override
  public String title() {
    return "{{title}}";
  }

  @Override
  public boolean accepts(ProjectSession session) {
    return session instanceof ReviewSession;
  }

  @Override
  public View create(Workbench workbench) {
    return new {{Class}}View(workbench.session(ReviewSession.class).orElseThrow());
  }
}
