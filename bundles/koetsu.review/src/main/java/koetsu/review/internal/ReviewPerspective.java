package koetsu.review.internal;

import java.util.List;
import koetsu.workbench.Area;
import koetsu.workbench.Perspective;
import org.osgi.service.component.annotations.Component;

/** Source in the middle, where to go on the left, what is read from it on the right. */
@Component
public final class ReviewPerspective implements Perspective {
  @Override
  public String id() {
    return "review";
  }

  @Override
  public String title() {
    return Texts.of("perspective.review");
  }

  @Override
  public int order() {
    return 0;
  }

  @Override
  public List<String> views(Area area) {
    return switch (area) {
      case LEFT -> List.of(Views.NAVIGATOR);
      case RIGHT -> List.of(Views.RECORD, Views.GUIDE);
      case BOTTOM ->
          List.of(
              Views.QUEUE,
              Views.WHY,
              Views.PROBLEMS,
              Views.HISTORY,
              Views.CONFLICTS,
              Views.EDITIONS,
              Views.DAILY,
              Views.LOG,
              Views.PROGRESS);
      case CENTRE -> List.of();
    };
  }

  @Override
  public int share(Area area) {
    return switch (area) {
      case LEFT -> 22;
      case RIGHT -> 29;
      case BOTTOM -> 26;
      case CENTRE -> 49;
    };
  }
}
