package koetsu.regression.internal;

import java.util.List;
import koetsu.workbench.Area;
import koetsu.workbench.Perspective;
import org.osgi.service.component.annotations.Component;

/** The installed bundles below, what they make of a document above. */
@Component
public final class ExtendPerspective implements Perspective {
  static final String ID = "regression.extend";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return Texts.of("extend");
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public List<String> views(Area area) {
    return switch (area) {
      case LEFT -> List.of("koetsu.review.navigator");
      case BOTTOM ->
          List.of(
              ExtractorsFactory.ID,
              "koetsu.review.why",
              RegressionFactory.ID,
              "koetsu.review.problems",
              "koetsu.workbench.log",
              "koetsu.workbench.progress");
      case RIGHT -> List.of("koetsu.review.record");
      case CENTRE -> List.of();
    };
  }

  @Override
  public int share(Area area) {
    return switch (area) {
      case LEFT -> 20;
      case BOTTOM -> 42;
      case RIGHT -> 28;
      case CENTRE -> 52;
    };
  }
}
