package koetsu.review.internal;

import koetsu.review.ReviewSession;
import koetsu.workbench.ProjectSession;
import koetsu.workbench.View;
import koetsu.workbench.ViewFactory;
import koetsu.workbench.Workbench;
import org.osgi.service.component.annotations.Component;

/** Offers the view {@link DailyView}. */
@Component
public final class DailyFactory implements ViewFactory {
  @Override
  public String id() {
    return Views.DAILY;
  }

  @Override
  public String title() {
    return Texts.of("view.daily");
  }

  @Override
  public boolean accepts(ProjectSession session) {
    return session instanceof ReviewSession;
  }

  @Override
  public View create(Workbench workbench) {
    return new DailyView(workbench.session(ReviewSession.class).orElseThrow());
  }
}
