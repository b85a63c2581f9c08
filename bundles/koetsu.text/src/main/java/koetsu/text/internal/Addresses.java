package koetsu.text.internal;

import koetsu.api.text.TokenKind;

/** Finds mail and web addresses, also those that a hard wrap has broken. */
final class Addresses {
  private static final int MAX_LOCAL_PART = 64;
  private static final int MAX_DOMAIN = 253;

  private static final String[] FILE_ENDINGS = {
    ".html", ".htm", ".pdf", ".php", ".aspx", ".xlsx", ".docx", ".pptx", ".zip"
  };

  private final TextCursor text;
  private final TokenTable tokens;

  Addresses(TextCursor text, TokenTable tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** The mail address around this at sign. */
  int mail(int at) {
    int begin = at;
    while (begin > at - MAX_LOCAL_PART && isLocalPart(Chars.narrow(text.at(begin - 1)))) {
      begin--;
    }
    while (begin < at && !isAlphanumeric(Chars.narrow(text.at(begin)))) {
      begin++;
    }
    int end = begin < at ? domain(at + 1) : 0;
    if (end == 0) {
      return at + 1;
    }
    tokens.dropFrom(begin);
    tokens.add(TokenKind.EMAIL, begin, end, TokenColumns.NONE);
    return end;
  }

  private static boolean isAlphanumeric(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static boolean isLocalPart(char c) {
    return isAlphanumeric(c) || "._%+-".indexOf(c) >= 0 && c != '\0';
  }

  /** The end of a domain with at least two labels, 0 where there is none. */
  private int domain(int begin) {
    int p = begin;
    int label = begin;
    int end = 0;
    while (p < begin + MAX_DOMAIN) {
      char c = Chars.narrow(text.at(p));
      if (isAlphanumeric(c) || c == '-' && p > label) {
        p++;
        continue;
      }
      boolean letters = p >= label + 2 && Chars.isLetter(text.at(p - 1));
      if (label > begin && letters) {
        end = p;
      }
      if (p == label) {
        return end;
      }
      if (c == '.') {
        label = brokenLabel(p + 1);
      } else if (Chars.isBreak(c) && text.overBreak(p) > 0 && text.at(text.overBreak(p)) == '.') {
        label = text.overBreak(p) + 1;
      } else {
        return end;
      }
      p = label;
    }
    return end;
  }

  private int brokenLabel(int p) {
    int next = Chars.isBreak(text.at(p)) ? text.overBreak(p) : -1;
    return next < 0 ? p : next;
  }

  /** The address that begins with http or www here; 0 where there is none. */
  int web(int begin) {
    int rest = scheme(begin);
    if (rest == 0) {
      return 0;
    }
    int end = webRun(rest);
    for (int lines = 0; lines < 2; lines++) {
      int next = continuation(begin, end);
      if (next == 0) {
        break;
      }
      end = next;
    }
    end = withoutTrailingMarks(rest, end);
    if (end == rest) {
      return rest;
    }
    tokens.add(TokenKind.URL, begin, end, TokenColumns.NONE);
    return end;
  }

  /**
   * The end of {@code http://}, {@code https://} or the begin of {@code www.}; 0 where neither is.
   */
  private int scheme(int begin) {
    if (narrowMatches(begin, "www.")) {
      return isAlphanumeric(Chars.narrow(text.at(begin + 4))) ? begin + 4 : 0;
    }
    if (!narrowMatches(begin, "http")) {
      return 0;
    }
    int p = Chars.narrow(text.at(begin + 4)) == 's' ? begin + 5 : begin + 4;
    return narrowMatches(p, "://") ? p + 3 : 0;
  }

  private boolean narrowMatches(int at, String expected) {
    for (int i = 0; i < expected.length(); i++) {
      char c = Chars.narrow(text.at(at + i));
      if (c != expected.charAt(i) && c + 0x20 != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int webRun(int begin) {
    int p = begin;
    while (isWeb(text.at(p))) {
      p++;
    }
    return p;
  }

  /** Characters of a web address; full-width ones only where no sentence uses them as marks. */
  private static boolean isWeb(char c) {
    char n = Chars.narrow(c);
    return isAlphanumeric(n)
        || "-._~/?#&=%+:".indexOf(n) >= 0 && n != '\0'
        || n == c && "[]@!$'()*,;".indexOf(c) >= 0 && c != '\0';
  }

  /** The end of an address's marks that belong to the sentence around it. */
  private int withoutTrailingMarks(int begin, int end) {
    int p = end;
    while (p > begin && ".,;:!?'*".indexOf(text.at(p - 1)) >= 0) {
      p--;
    }
    if (p > begin && text.at(p - 1) == ')') {
      int open = 0;
      for (int q = begin; q < p; q++) {
        char c = text.at(q);
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      if (open < 0) {
        p--;
      }
    }
    return p;
  }

  /**
   * Where an address goes on in the next line; 0 where it does not. A hard-wrapped address fills
   * its line to the end and its rest reads like a path: it has a slash, a file ending or a query.
   */
  private int continuation(int begin, int end) {
    int next = Chars.isBreak(text.at(end)) ? text.overBreak(end) : -1;
    if (next < 0 || isComplete(end) || scheme(next) > 0 || !isPathStart(text.at(next))) {
      return 0;
    }
    int p = next;
    boolean path = false;
    while (isWeb(text.at(p))) {
      char c = text.at(p);
      if (c == '@') {
        return 0;
      }
      path |= "/_=?".indexOf(c) >= 0 || c == '.' && Chars.isLetter(text.at(p + 1));
      p++;
    }
    return path || isRestOfEnding(end, next, p) ? p : 0;
  }

  /** Whether a file ending was broken in two: index.ht⏎ml. */
  private boolean isRestOfEnding(int end, int next, int restEnd) {
    for (String ending : FILE_ENDINGS) {
      int rest = restEnd - next;
      int first = ending.length() - rest;
      if (rest > 0
          && first > 0
          && text.matches(end - first, ending.substring(0, first))
          && text.matches(next, ending.substring(first))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPathStart(char c) {
    return isAlphanumeric(c) || "-_/?=&#%.".indexOf(c) >= 0 && c != '\0';
  }

  /** Whether an address ends like a file or a folder: nothing is missing. */
  private boolean isComplete(int end) {
    if (text.at(end - 1) == '/') {
      return true;
    }
    for (String ending : FILE_ENDINGS) {
      if (text.matches(end - ending.length(), ending)) {
        return !ending.equals(".htm") || text.at(text.overBreak(end)) != 'l';
      }
    }
    return false;
  }
}
