package koetsu.regression.internal;

import java.util.Optional;
import koetsu.export.Formats;
import koetsu.launcher.PlugInBundles;
import koetsu.review.ReviewSession;
import koetsu.workbench.ProjectSession;
import koetsu.workbench.View;
import koetsu.workbench.ViewFactory;
import koetsu.workbench.Workbench;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** Offers the view {@link ExtractorsView}. */
@Component
public final class ExtractorsFactory implements ViewFactory {
  static final String ID = "koetsu.regression.extractors";

  private final Formats formats;
  private final PlugInBundles bundles;
  private Formats shipped;

  /** With what the framework will follow once there is one; else nothing can be installed. */
  public ExtractorsFactory() {
    this(null, null);
  }

  /**
   * @param formats null for those of the framework once there is one, else of the class path
   * @param bundles null where nothing can be installed
   */
  @Activate
  public ExtractorsFactory(
      @Reference Formats formats,
      @Reference(cardinality = ReferenceCardinality.OPTIONAL) PlugInBundles bundles) {
    this.formats = formats;
    this.bundles = bundles;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return Texts.of("extractors");
  }

  @Override
  public boolean accepts(ProjectSession session) {
    return session instanceof ReviewSession;
  }

  @Override
  public View create(Workbench workbench) {
    return new ExtractorsView(
        workbench.session(ReviewSession.class).orElseThrow(),
        () -> formats(workbench),
        bundles != null ? bundles : workbench.service(PlugInBundles.class).orElse(null));
  }

  private Formats formats(Workbench workbench) {
    if (formats != null) {
      return formats;
    }
    Optional<Formats> late = workbench.service(Formats.class);
    if (late.isEmpty() && shipped == null) {
      shipped = Formats.onClassPath();
    }
    return late.orElse(shipped);
  }
}
