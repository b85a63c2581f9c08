package koetsu.cli.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import koetsu.export.Formats;
import koetsu.launcher.Installation;
import koetsu.pipeline.Pipeline;

/** Runs commands as a user would, with the plug-ins of the class path, and keeps what they say. */
final class Shell {
  /** The sample as the repository has it; a distribution has it under the same name. */
  static final Path FEATURES = Path.of("../../features").toAbsolutePath().normalize();

  static final Path SAMPLE = FEATURES.resolve("sample");

  private static final Pipeline PIPELINE = Pipeline.onClassPath();

  private final Path data;
  private Pipeline pipeline = PIPELINE;
  private Formats formats = Formats.onClassPath();
  private Path home = FEATURES;
  private boolean interactive;
  private boolean display;
  private boolean workbench;
  private byte[] in = {};
  private byte[] out;
  private byte[] err;
  private Path developed;
  private final List<List<String>> opened = new ArrayList<>();

  /**
   * @param data the user's data folder
   */
  Shell(Path data) {
    this.data = data;
  }

  Shell with(Pipeline other) {
    pipeline = other;
    return this;
  }

  Shell with(Formats other) {
    formats = other;
    return this;
  }

  Shell withHome(Path other) {
    home = other;
    return this;
  }

  Shell interactive() {
    interactive = true;
    return this;
  }

  Shell withWorkbench(boolean hasDisplay) {
    workbench = true;
    display = hasDisplay;
    return this;
  }

  Shell typing(byte[] input) {
    in = input;
    return this;
  }

  /** Runs one command and returns its exit code. */
  int run(Object... arguments) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(in),
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            interactive);
    List<String> words = new ArrayList<>();
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    int exit =
        KoetsuCommand.run(
            words,
            new Session(
                terminal,
                display,
                new FakeInstallation(),
                new ProjectPlugIns(() -> pipeline),
                () -> formats));
    out = outBytes.toByteArray();
    err = errBytes.toByteArray();
    return exit;
  }

  byte[] outBytes() {
    return out;
  }

  String out() {
    return new String(out, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  String err() {
    return new String(err, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** The unpacked bundle that the workbench was to follow; null where none. */
  Path developed() {
    return developed;
  }

  /** What the workbench was opened with, once per start. */
  List<List<String>> opened() {
    return opened;
  }

  private final class FakeInstallation implements Installation {
    @Override
    public Path home() {
      return home;
    }

    @Override
    public Path data() {
      return data;
    }

    @Override
    public Path cache() {
      return data.resolve("cache");
    }

    @Override
    public Path plugins() {
      return data.resolve("plugins");
    }

    @Override
    public void develop(Path classes) {
      developed = classes;
    }

    @Override
    public boolean offers(String application) {
      return workbench;
    }

    @Override
    public int run(String application, List<String> arguments) {
      opened.add(arguments);
      return 0;
    }
  }
}
