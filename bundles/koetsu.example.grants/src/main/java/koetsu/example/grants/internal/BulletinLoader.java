package koetsu.example.grants.internal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.LoadException;
import koetsu.api.plugin.LoadRequest;
import org.osgi.service.component.annotations.Component;

/**
 * Loads bulletins, which say in their first line how they are encoded. A line in capitals is a
 * heading.
 */
@Component(service = DocumentLoader.class)
public final class BulletinLoader implements DocumentLoader {

  private static final Pattern FIRST_LINE =
      Pattern.compile("Grants-Bulletin: \\d+\\.\\d+; charset=([\\w-]+)\\r?\\n");

  private static final int LONGEST_FIRST_LINE = 100;
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");

  @Override
  public String id() {
    return "koetsu.example.grants.bulletin";
  }

  @Override
  public double accepts(LoadRequest request) {
    return firstLine(request).lookingAt() ? 1 : 0;
  }

  @Override
  public SourceDocument load(LoadRequest request) throws LoadException {
    Matcher first = firstLine(request);
    if (!first.lookingAt()) {
      throw new LoadException(
          request.name() + " does not begin with \"Grants-Bulletin: …; charset=…\"");
    }
    String encoding = request.encoding() == null ? first.group(1) : request.encoding();
    try {
      String text =
          Charset.forName(encoding)
              .newDecoder()
              .decode(ByteBuffer.wrap(request.bytes()))
              .toString();
      return new SourceDocument(
          request.name(), sha256(request.bytes()), encoding, text, lines(text));
    } catch (CharacterCodingException e) {
      throw new LoadException(
          request.name() + " is not " + encoding + " as it says; ask for another --encoding", e);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new LoadException(request.name() + " says an encoding unknown here: " + encoding, e);
    }
  }

  private static Matcher firstLine(LoadRequest request) {
    int length = Math.min(request.bytes().length, LONGEST_FIRST_LINE);
    return FIRST_LINE.matcher(new String(request.bytes(), 0, length, StandardCharsets.US_ASCII));
  }

  private static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    Matcher end = LINE_END.matcher(text);
    int offset = 0; // of the line in code points
    for (int at = 0; at <= text.length(); ) {
      boolean ended = end.find(at);
      int stop = ended ? end.start() : text.length();
      String line = text.substring(at, stop);
      lines.add(line(lines.size(), offset, line));
      int next = ended ? end.end() : text.length() + 1;
      offset += line.codePointCount(0, line.length()) + next - stop;
      at = next;
    }
    return lines;
  }

  private static Line line(int number, int begin, String line) {
    Span span = new Span(begin, begin + line.codePointCount(0, line.length()));
    String content = line.strip();
    int leading = line.indexOf(content);
    Span inner =
        new Span(begin + leading, begin + leading + content.codePointCount(0, content.length()));
    LineKind kind =
        content.isEmpty() ? LineKind.BLANK : isHeading(content) ? LineKind.HEADING : LineKind.TEXT;
    return new Line(number, span, inner, kind, kind == LineKind.HEADING ? 1 : 0, List.of(), false);
  }

  private static boolean isHeading(String line) {
    return line.equals(line.toUpperCase(Locale.ROOT))
        && line.chars().allMatch(c -> Character.isLetter(c) || c == ' ');
  }

  private static String sha256(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return String.format(Locale.ROOT, "%064x", new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
