package koetsu.cli.internal;

import java.util.List;
import java.util.function.Supplier;
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

  /** With the plug-ins of the class path. */
  public CommandLineApplication() {
    this.pipelines = Pipeline::onClassPath;
  }

  /** With the plug-ins of the framework. */
  @Activate
  public CommandLineApplication(@Reference Pipeline pipeline) {
    this.pipelines = () -> pipeline;
  }

  @Override
  public int run(List<String> arguments, Installation installation) {
    return KoetsuCommand.run(arguments, new Session(Terminal.ofProcess(), installation, pipelines));
  }
}
