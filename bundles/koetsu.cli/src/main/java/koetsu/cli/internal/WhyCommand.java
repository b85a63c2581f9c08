package koetsu.cli.internal;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.pipeline.Explanations;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "why",
    description = {
      "Says why a value stands at a place, or why none does.",
      "Prints the values with their chain of reasons, and the rules that looked at the place with"
          + " the condition that failed."
    })
final class WhyCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;

  @Parameters(paramLabel = "FILE", description = "A document.")
  private Path file;

  @Option(
      names = "--line",
      required = true,
      paramLabel = "N",
      description = "Line as people count, from 1.")
  private int line;

  @Option(
      names = "--column",
      paramLabel = "M",
      description = "Character of the line, from 1; by default the whole line.")
  private Integer column;

  @Option(
      names = "--encoding",
      paramLabel = "E",
      description = "Encoding of the document, for example CP932; by default it is detected.")
  private String encoding;

  WhyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    ProjectPlugIns.project(file).ifPresent(session::join);
    Pipeline pipeline = session.pipelines().get();
    SourceDocument document = pipeline.load(Input.of(file, encoding).read());
    Span place = place(document);
    Explanations explanations = pipeline.explain(document);
    new WhyText(document, session.terminal().out()).print(explanations.at(place));
    return Session.DONE;
  }

  private Span place(SourceDocument document) throws UserException {
    if (line < 1 || line > document.lines().size()) {
      throw new UserException(
          "--line " + line + ": " + file + " has " + document.lines().size() + " lines");
    }
    Line asked = document.lines().get(line - 1);
    if (column == null) {
      return asked.span();
    }
    int length = asked.span().length();
    if (column < 1 || column > length) {
      throw new UserException(
          "--column " + column + ": line " + line + " has " + length + " characters");
    }
    int begin = asked.span().begin() + column - 1;
    return new Span(begin, begin + 1);
  }
}
