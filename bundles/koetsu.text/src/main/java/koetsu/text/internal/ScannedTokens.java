package koetsu.text.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.text.Token;
import koetsu.api.text.TokenIndex;
import koetsu.api.text.TokenKind;

/**
 * The tokens of a document, one set of columns a kind; tokens and their texts are made on demand.
 */
public final class ScannedTokens implements TokenIndex {
  /** So many tokens of a kind are kept once made: a record's are asked for again and again. */
  private static final int KEPT = 64;

  private final SourceDocument document;
  private final TokenTable tokens;

  /**
   * The latest tokens of each kind by the last bits of their places in the columns. Threads may
   * take each other's places: whoever asks makes sure that a token is the one meant.
   */
  private final Token[][] latest = new Token[TokenKind.values().length][KEPT];

  private ScannedTokens(SourceDocument document, TokenTable tokens) {
    this.document = document;
    this.tokens = tokens;
  }

  /** Scans a document. */
  public static ScannedTokens of(SourceDocument document) {
    TextCursor text = new TextCursor(document.text().toCharArray());
    return new ScannedTokens(document, new Scanner(text).scan());
  }

  @Override
  public List<Token> in(Span span, TokenKind kind) {
    TokenColumns column = tokens.of(kind);
    int begin = document.utf16(span.begin());
    int end = document.utf16(span.end());
    List<Token> found = new ArrayList<>();
    for (int i = column.firstFrom(begin); i < column.size() && column.begin(i) < end; i++) {
      if (column.end(i) <= end) {
        found.add(token(kind, column, i));
      }
    }
    return found;
  }

  private Token token(TokenKind kind, TokenColumns column, int at) {
    Token[] kept = latest[kind.ordinal()];
    Token token = kept[at % KEPT];
    if (token == null
        || token.span().begin() != document.codePoint(column.begin(at))
        || token.span().end() != document.codePoint(column.end(at))) {
      token = make(kind, column, at);
      kept[at % KEPT] = token;
    }
    return token;
  }

  private Token make(TokenKind kind, TokenColumns column, int at) {
    String printed = document.text().substring(column.begin(at), column.end(at));
    long number = column.number(at);
    return new Token(
        kind,
        document.span(column.begin(at), column.end(at)),
        NormalForms.of(kind, printed),
        number == TokenColumns.NONE ? null : Long.valueOf(number),
        column.fiscal(at));
  }

  @Override
  public int size() {
    return tokens.size();
  }
}
