package koetsu.cli.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import koetsu.export.Formats;
import koetsu.launcher.Application;
import koetsu.launcher.Installation;
import koetsu.pipeline.Pipeline;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The program that every start of Koetsu runs first. */
@Component(property = Application.NAME + "=" + Application.COMMAND_LINE)
public final class CommandLineApplication implements Application {
  private final Supplier<Pipeline> pipelines;
  private final Supplier<Formats> formats;

  /** With the plug-ins of the class path. */
  public CommandLineApplication() {
    this.pipelines = new ClassPathPipeline();
    this.formats = Formats::onClassPath;
  }

  /** With the plug-ins of the framework. */
  @Activate
  public CommandLineApplication(@Reference Pipeline pipeline, @Reference Formats formats) {
    this.pipelines = () -> pipeline;
    this.formats = () -> formats;
  }

  /** A window does not wait for plug-ins that take long. */
  @Override
  public boolean usesPlugIns(List<String> arguments, Installation installation) {
    return !KoetsuCommand.opensWindow(arguments)
        || !hasDisplay()
        || !installation.offers(Application.WORKBENCH);
  }

  @Override
  public int run(List<String> arguments, Installation installation) {
    return KoetsuCommand.run(
        arguments,
        new Session(
            Terminal.ofProcess(),
            hasDisplay(),
            installation,
            new ProjectPlugIns(pipelines),
            formats));
  }

  private static boolean hasDisplay() {
    return hasDisplay(System.getProperty("os.name"), System.getenv());
  }

  /** Windows and macOS always have one; elsewhere the environment names it. */
  static boolean hasDisplay(String os, Map<String, String> environment) {
    return os.startsWith("Windows")
        || os.startsWith("Mac")
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }

  /** Looks for plug-ins at the first use only: help and version need none. */
  private static final class ClassPathPipeline implements Supplier<Pipeline> {
    private Pipeline found;

    @Override
    public synchronized Pipeline get() {
      if (found == null) {
        found = Pipeline.onClassPath();
      }
      return found;
    }
  }
}
