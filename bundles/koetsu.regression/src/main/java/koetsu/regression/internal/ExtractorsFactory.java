package koetsu.regression.internal;

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

  private final PlugInBundles bundles;

  /** With what the framework will follow once there is one; else nothing can be installed. */
  public ExtractorsFactory() {
    this(null);
  }

  /**
   * @param bundles may be null
   */
  @Activate
  public ExtractorsFactory(
      @Reference(cardinality = ReferenceCardinality.OPTIONAL) PlugInBundles bundles) {
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
        bundles != null ? bundles : workbench.service(PlugInBundles.class).orElse(null));
  }
}
