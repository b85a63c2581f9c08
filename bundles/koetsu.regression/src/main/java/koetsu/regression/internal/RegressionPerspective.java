package koetsu.regression.internal;

import java.util.List;
import koetsu.workbench.Area;
import koetsu.workbench.Perspective;
import org.osgi.service.component.annotations.Component;

/** The ledger below, the place it speaks of above. */
@Component
public final class RegressionPerspective implements Perspective {
  static final String ID = "regression";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return Texts.of("perspective");
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public List<String> views(Area area) {
    return switch (area) {
      case BOTTOM -> List.of(RegressionFactory.ID);
      case LEFT, CENTRE, RIGHT -> List.of();
    };
  }

  @Override
  public int share(Area area) {
    return switch (area) {
      case BOTTOM -> 58;
      case LEFT, CENTRE, RIGHT -> 30;
    };
  }
}
