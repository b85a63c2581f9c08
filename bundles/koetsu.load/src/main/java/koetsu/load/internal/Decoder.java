package koetsu.load.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import koetsu.api.plugin.LoadException;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Decodes strictly: a byte that the encoding does not know is an error with its offset, never a
 * replacement character.
 *
 * <p>Order: the encoding asked for; a byte order mark; UTF-16 where zero bytes say so; ISO-2022-JP
 * where its escapes stand; UTF-8; then the encoding whose strict reading looks most like Japanese,
 * the detector's opinion first among equals.
 */
final class Decoder {
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF_16LE_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF_16BE_MARK = {(byte) 0xFE, (byte) 0xFF};
  private static final byte[] UTF_32LE_MARK = {(byte) 0xFF, (byte) 0xFE, 0, 0};
  private static final byte[] UTF_32BE_MARK = {0, 0, (byte) 0xFE, (byte) 0xFF};

  /** Least share of usual characters for a reading to be believed. */
  private static final double PLAUSIBLE = 0.85;

  /** Largest share of control characters in a text. */
  private static final double CONTROLS = 0.02;

  /** How much the detector looks at. */
  private static final int DETECTED = 1 << 20;

  private static final int CHUNK = 1 << 13;

  /** What a lenient reading puts in place of a malformed byte. */
  private static final char REPLACEMENT = '\uFFFD';

  private final String name;
  private final byte[] bytes;

  /**
   * @param name of the input, for messages
   * @param bytes not empty
   */
  Decoder(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** What a strict reading with one charset gave: a text, or the offset where it failed. */
  private record Attempt(Charset charset, String text, int failedAt, int failedLength) {
    boolean succeeded() {
      return text != null;
    }
  }

  Decoded decode(String asked) throws LoadException {
    Decoded decoded = asked != null ? asAsked(asked) : detected();
    rejectControls(decoded);
    return decoded;
  }

  private Decoded asAsked(String asked) throws LoadException {
    Charset charset;
    try {
      charset = Charset.forName(asked.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new LoadException(
          name + ": unknown encoding '" + asked + "'; use UTF-8, UTF-16, Shift_JIS, EUC-JP, …", e);
    }
    Attempt best = null;
    for (Charset reading : readings(charset)) {
      Attempt attempt = attempt(reading, markLength(reading));
      if (attempt.succeeded()) {
        return decoded(attempt);
      }
      best = best == null ? attempt : best;
    }
    throw malformed(best, "it is not in the encoding asked for");
  }

  private Decoded detected() throws LoadException {
    Charset marked = byMark();
    if (marked != null) {
      return strict(marked, "its byte order mark says so");
    }
    int zero = indexOfZero();
    if (zero >= 0) {
      return best(List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE))
          .orElseThrow(
              () ->
                  new LoadException(
                      name
                          + ": not a text: zero byte at offset "
                          + zero
                          + "; only text can be loaded"));
    }
    if (hasJapaneseEscapes()) {
      Optional<Decoded> escaped = best(readings(Charset.forName("ISO-2022-JP")));
      if (escaped.isPresent()) {
        return escaped.get();
      }
    }
    Attempt utf8 = attempt(StandardCharsets.UTF_8, 0);
    if (utf8.succeeded()) {
      return decoded(utf8);
    }
    if (isDamagedUtf8()) {
      throw malformed(utf8, "the rest reads as UTF-8");
    }
    return japanese();
  }

  private Decoded japanese() throws LoadException {
    List<Charset> candidates = candidates();
    Optional<Decoded> best = best(candidates);
    if (best.isPresent()) {
      return best.get();
    }
    Attempt farthest = null;
    for (Charset charset : candidates) {
      Attempt attempt = attempt(charset, 0);
      if (!attempt.succeeded() && (farthest == null || attempt.failedAt() > farthest.failedAt())) {
        farthest = attempt;
      }
    }
    if (farthest == null || farthest.failedAt() == 0) {
      throw new LoadException(
          name
              + ": no encoding makes a Japanese text of these bytes; if it is a text, name its"
              + " encoding with --encoding");
    }
    throw malformed(farthest, "the likeliest encoding");
  }

  private Decoded strict(Charset charset, String why) throws LoadException {
    Attempt attempt = attempt(charset, markLength(charset));
    if (!attempt.succeeded()) {
      throw malformed(attempt, why);
    }
    return decoded(attempt);
  }

  private static Decoded decoded(Attempt attempt) {
    return new Decoded(attempt.text(), attempt.charset().name());
  }

  /** The most plausible strict reading, the first among equals; empty where none is plausible. */
  private Optional<Decoded> best(List<Charset> charsets) {
    Decoded best = null;
    double most = PLAUSIBLE;
    for (Charset charset : charsets) {
      Attempt attempt = attempt(charset, 0);
      double plausibility = attempt.succeeded() ? plausibility(attempt.text()) : 0;
      if (plausibility > most) {
        most = plausibility;
        best = decoded(attempt);
      }
    }
    return Optional.ofNullable(best);
  }

  private List<Charset> candidates() {
    Set<Charset> charsets = new LinkedHashSet<>();
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, DETECTED));
    detector.dataEnd();
    String opinion = detector.getDetectedCharset();
    if (opinion != null && Charset.isSupported(opinion)) {
      charsets.addAll(readings(Charset.forName(opinion)));
    }
    charsets.addAll(readings(Charset.forName("Shift_JIS")));
    charsets.addAll(readings(Charset.forName("EUC-JP")));
    charsets.add(StandardCharsets.UTF_16LE);
    charsets.add(StandardCharsets.UTF_16BE);
    return List.copyOf(charsets);
  }

  /**
   * A charset and the wider one that files of that name are really written in: Windows adds ①, ㈱
   * and 髙 to the standards, and reads 〜 as ～.
   */
  private static List<Charset> readings(Charset charset) {
    return switch (charset.name()) {
      case "Shift_JIS", "windows-31j" -> List.of(Charset.forName("windows-31j"));
      case "EUC-JP" -> List.of(charset, Charset.forName("x-eucJP-Open"));
      case "ISO-2022-JP" -> List.of(charset, Charset.forName("x-windows-iso2022jp"));
      default -> List.of(charset);
    };
  }

  private Charset byMark() {
    if (Signature.startsWith(bytes, UTF_8_MARK)) {
      return StandardCharsets.UTF_8;
    }
    if (Signature.startsWith(bytes, UTF_32LE_MARK)) {
      return Charset.forName("UTF-32LE");
    }
    if (Signature.startsWith(bytes, UTF_32BE_MARK)) {
      return Charset.forName("UTF-32BE");
    }
    if (Signature.startsWith(bytes, UTF_16LE_MARK)) {
      return StandardCharsets.UTF_16LE;
    }
    return Signature.startsWith(bytes, UTF_16BE_MARK) ? StandardCharsets.UTF_16BE : null;
  }

  /** Length of the byte order mark that a charset leaves in the text. */
  private int markLength(Charset charset) {
    byte[] mark =
        switch (charset.name()) {
          case "UTF-8" -> UTF_8_MARK;
          case "UTF-16LE" -> UTF_16LE_MARK;
          case "UTF-16BE" -> UTF_16BE_MARK;
          case "UTF-32LE" -> UTF_32LE_MARK;
          case "UTF-32BE" -> UTF_32BE_MARK;
          default -> new byte[0];
        };
    return Signature.startsWith(bytes, mark) ? mark.length : 0;
  }

  private Attempt attempt(Charset charset, int from) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      String text = new String(bytes, from, bytes.length - from, charset);
      if (text.indexOf(REPLACEMENT) < 0) {
        return new Attempt(charset, text, 0, 0);
      }
    }
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer chunk = CharBuffer.allocate(CHUNK);
    StringBuilder text = new StringBuilder((int) (in.remaining() * decoder.averageCharsPerByte()));
    CoderResult result;
    do {
      result = decoder.decode(in, chunk, true);
      if (result.isUnderflow()) {
        result = decoder.flush(chunk);
      }
      text.append(chunk.flip());
      chunk.clear();
    } while (result.isOverflow());
    return result.isError()
        ? new Attempt(charset, null, in.position(), result.length())
        : new Attempt(charset, text.toString(), 0, 0);
  }

  private LoadException malformed(Attempt attempt, String why) {
    boolean cutOff = attempt.failedAt() + attempt.failedLength() >= bytes.length;
    return new LoadException(
        name
            + ": "
            + (cutOff ? "cut off inside a character" : "malformed bytes")
            + " at byte offset "
            + attempt.failedAt()
            + " when read as "
            + attempt.charset().name()
            + " ("
            + why
            + "); "
            + (cutOff ? "get the whole file again" : "repair the file")
            + " or name its encoding with --encoding");
  }

  private int indexOfZero() {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether ISO-2022-JP switches to two-byte characters, and no byte leaves seven bits. */
  private boolean hasJapaneseEscapes() {
    boolean escape = false;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
      escape |=
          bytes[i] == 0x1B
              && i + 2 < bytes.length
              && (bytes[i + 1] == '$' || bytes[i + 1] == '(' && bytes[i + 2] == 'I');
    }
    return escape;
  }

  /** Whether well-formed characters outnumber the broken bytes so far that it was UTF-8 once. */
  private boolean isDamagedUtf8() {
    int good = 0;
    int bad = 0;
    int at = 0;
    while (at < bytes.length) {
      if (bytes[at] >= 0) {
        at++;
        continue;
      }
      int length = utf8Length(at);
      if (length > 0) {
        good++;
        at += length;
      } else {
        bad++;
        at++;
      }
    }
    return good > 10 * bad;
  }

  /** Length of the well-formed multi-byte character at an offset, 0 where there is none. */
  private int utf8Length(int at) {
    int first = bytes[at] & 0xFF;
    int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /**
   * The share of characters that Japanese documents are made of; half-width kana and private
   * characters, which wrong readings abound in, are none of them.
   */
  private static double plausibility(String text) {
    int usual = 0;
    int kana = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isKana = c >= 'ぁ' && c <= 'ヿ';
      kana += isKana ? 1 : 0;
      boolean common =
          c >= ' ' && c <= '~'
              || c == '\n'
              || c == '\r'
              || c == '\t'
              || c == '\f'
              || isKana
              || c >= '、' && c <= '〟'
              || c == '　'
              || c >= '一' && c <= '龥'
              || c >= '！' && c <= '～'
              || c >= '①' && c <= '⑳'
              || "○●◎△▲▼■□◆◇★☆※→←↑↓〒・…‥―−×÷±≧≦ⅠⅡⅢⅣⅤ".indexOf(c) >= 0;
      usual += common ? 1 : 0;
    }
    // Between two readings without unusual characters the one with more kana is Japanese.
    return text.isEmpty() ? 0 : (usual + 0.05 * kana) / (double) text.length();
  }

  private void rejectControls(Decoded decoded) throws LoadException {
    String text = decoded.text();
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\u000B') {
        controls++;
      }
    }
    if (controls > CONTROLS * text.length()) {
      throw new LoadException(
          String.format(
              Locale.ROOT,
              "%s: not a text: %d of %d characters are control characters; only text can be loaded",
              name,
              controls,
              text.length()));
    }
  }
}
