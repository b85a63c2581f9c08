package koetsu.text.internal;

import koetsu.api.text.TokenKind;

/** The tokens of a text, one set of columns a kind. Filled by one thread, then only read. */
final class TokenTable {
  private final TokenColumns[] columns = new TokenColumns[TokenKind.values().length];

  TokenTable() {
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new TokenColumns();
    }
  }

  TokenColumns of(TokenKind kind) {
    return columns[kind.ordinal()];
  }

  void add(TokenKind kind, int begin, int end, long value) {
    of(kind).add(begin, end, value, false);
  }

  /**
   * Takes back the tokens that begin at or behind an offset: one that was found later covers them.
   */
  void dropFrom(int begin) {
    for (TokenColumns column : columns) {
      column.dropFrom(begin);
    }
  }

  void trim() {
    for (TokenColumns column : columns) {
      column.trim();
    }
  }

  int size() {
    int size = 0;
    for (TokenColumns column : columns) {
      size += column.size();
    }
    return size;
  }
}
