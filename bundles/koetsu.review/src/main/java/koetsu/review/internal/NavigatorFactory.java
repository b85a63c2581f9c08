package koetsu.review.internal;

import koetsu.review.ReviewSession;
import koetsu.workbench.ProjectSession;
import koetsu.workbench.View;
import koetsu.workbench.ViewFactory;
import koetsu.workbench.Workbench;
import org.osgi.service.component.annotations.Component;

/** Offers the view {@link NavigatorView}. */
@Component
public final class NavigatorFactory implements ViewFactory {
  @Override
  public String id() {
    return Views.NAVIGATOR;
  }

  @Override
  public String title() {
    return Texts.of("view.navigator");
  }

  @Override
  public boolean accepts(ProjectSession session) {
    return session instanceof ReviewSession;
  }

  @Override
  public View create(Workbench workbench) {
    return new NavigatorView(workbench.session(ReviewSession.class).orElseThrow());
  }
}
