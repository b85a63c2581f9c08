package koetsu.review.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.help.HelpPage;
import koetsu.help.HelpPages;
import koetsu.review.ReviewSession;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** A page of the guide; links lead to other pages, Backspace back, Esc to the source. */
final class GuideView implements View {
  private static final Pattern INLINE =
      Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\*([^*]+)\\*|\\[([^\\]]+)\\]\\(([^)]+)\\)");

  private static final String BULLET = "  • ";
  private static final String ROW = "  ";

  private final ReviewSession session;
  private final Theme theme;
  private final HelpPages pages = new HelpPages(Locale.getDefault());
  private final List<String> visited = new ArrayList<>();
  private final StringBuilder content = new StringBuilder();
  private final List<StyleRange> styles = new ArrayList<>();
  private StyledText text;

  /** A stretch of the page that leads somewhere. */
  private record Link(int begin, int end, String target) {}

  private final List<Link> links = new ArrayList<>();

  GuideView(ReviewSession session) {
    this.session = session;
    this.theme = session.workbench().theme();
  }

  @Override
  public void create(Composite parent) {
    text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
    text.setData("id", "guide");
    text.setBackground(theme.background());
    text.setForeground(theme.foreground());
    text.setFont(theme.text());
    text.setMargins(12, 8, 10, 8);
    text.setLineSpacing(3);
    text.addListener(SWT.KeyDown, this::key);
    text.addListener(SWT.Traverse, this::traverse);
    text.addListener(SWT.MouseUp, this::click);
    open("index");
  }

  @Override
  public void focus() {
    text.setFocus();
  }

  /** Shows a page; one that the guide does not have becomes the table of contents. */
  void open(String id) {
    HelpPage page = pages.page(id).or(() -> pages.page("index")).orElseThrow();
    if (visited.isEmpty() || !visited.get(visited.size() - 1).equals(page.id())) {
      visited.add(page.id());
    }
    content.setLength(0);
    styles.clear();
    links.clear();
    hanging.clear();
    boolean code = false;
    String[] lines = page.markdown().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean heads = i + 1 < lines.length && isRule(lines[i + 1]);
      if (lines[i].startsWith("```")) {
        code = !code;
      } else if (!heads || !lines[i].startsWith("|") || isWide(lines[i])) {
        // what the two columns of a small table are, their content says
        line(page, lines[i], code);
      }
    }
    text.setText(content.toString());
    hanging.forEach(
        (begin, prefix) -> text.setLineWrapIndent(text.getLineAtOffset(begin), 1, width(prefix)));
    text.setStyleRanges(styles.toArray(StyleRange[]::new));
    text.setTopPixel(0);
    text.setCaretOffset(0);
  }

  private void line(HelpPage page, String line, boolean code) {
    int begin = content.length();
    if (code) {
      content.append("    ").append(line).append('\n');
      style(begin, theme.source(), SWT.NORMAL, false);
    } else if (line.startsWith("#")) {
      int level = line.indexOf(' ');
      inline(page, line.substring(level + 1));
      content.append('\n');
      style(begin, level == 1 ? theme.title() : theme.name(), SWT.NORMAL, false);
    } else if (line.startsWith("|")) {
      row(page, line);
    } else if (line.startsWith("- ")) {
      hanging.put(begin, BULLET);
      content.append(BULLET);
      inline(page, line.substring(2));
      content.append('\n');
    } else {
      // a paragraph is one line of the widget, which wraps it
      boolean goesOn =
          begin > 1
              && !line.isBlank()
              && content.charAt(begin - 1) == '\n'
              && content.charAt(begin - 2) != '\n'
              && paragraph;
      if (goesOn) {
        if (isWide(content.charAt(begin - 2)) && isWide(line.strip().charAt(0))) {
          content.deleteCharAt(begin - 1);
        } else {
          content.setCharAt(begin - 1, ' ');
        }
      }
      inline(page, line.strip());
      content.append('\n');
    }
    paragraph = !code && !line.startsWith("#") && !line.startsWith("|");
  }

  /**
   * Lines whose continuation stands below their text, by their begin, with what comes before it.
   */
  private final Map<Integer, String> hanging = new LinkedHashMap<>();

  private int width(String prefix) {
    GC gc = new GC(text);
    gc.setFont(text.getFont());
    int width = gc.textExtent(prefix).x;
    gc.dispose();
    return width;
  }

  private static boolean isRule(String line) {
    return line.startsWith("|") && line.replaceAll("[|:\\- ]", "").isEmpty();
  }

  /** Whether a character is Japanese, which has no blanks between its words. */
  private static boolean isWide(char character) {
    return Character.isIdeographic(character)
        || character >= '\u3000' && character < '\u3100'
        || character >= '\uff00';
  }

  private static boolean isWide(String row) {
    return row.chars().filter(c -> c == '|').count() > 3;
  }

  /** Whether the last line was text that the next one goes on with. */
  private boolean paragraph;

  private void row(HelpPage page, String line) {
    if (isRule(line)) {
      return;
    }
    hanging.put(content.length(), ROW + ROW);
    String[] cells = line.replaceAll("^\\||\\|$", "").split("(?<!\\\\)\\|");
    for (int i = 0; i < cells.length; i++) {
      content.append(i == 0 ? ROW : "  –  ");
      inline(page, cells[i].strip());
    }
    content.append('\n');
  }

  private void inline(HelpPage page, String line) {
    Matcher matcher = INLINE.matcher(line);
    int from = 0;
    while (matcher.find()) {
      content.append(line, from, matcher.start());
      int begin = content.length();
      if (matcher.group(1) != null) {
        content.append(matcher.group(1));
        style(begin, theme.source(), SWT.BOLD, false);
      } else if (matcher.group(4) != null) {
        content.append(matcher.group(4));
        String target = page.target(matcher.group(5)).orElse(matcher.group(5));
        links.add(new Link(begin, content.length(), target));
        style(begin, null, SWT.NORMAL, true);
      } else {
        content.append(matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        style(begin, null, SWT.BOLD, false);
      }
      from = matcher.end();
    }
    content.append(line.substring(from));
  }

  private void style(int begin, Font font, int weight, boolean link) {
    int length = content.length() - begin;
    // styles must not overlap: a heading gives way to the links in it
    boolean taken = !styles.isEmpty() && styles.get(styles.size() - 1).start >= begin;
    if (length > 0 && !taken) {
      StyleRange range = new StyleRange(begin, length, link ? theme.accent() : null, null, weight);
      range.font = font;
      range.underline = link;
      styles.add(range);
    }
  }

  private void key(Event event) {
    if (event.keyCode == SWT.ESC) {
      session.workbench().showView(Views.RECORD);
      session
          .workbench()
          .activeDocument()
          .flatMap(session.workbench()::document)
          .ifPresent(View::focus);
    } else if (event.keyCode == SWT.BS) {
      back();
    } else if (event.keyCode == SWT.CR) {
      linkAt(text.getCaretOffset()).ifPresent(this::follow);
    }
  }

  private void traverse(Event event) {
    boolean back = event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
    if (!links.isEmpty() && (back || event.detail == SWT.TRAVERSE_TAB_NEXT)) {
      event.doit = false;
      event.detail = SWT.TRAVERSE_NONE;
      step(back);
    }
  }

  private void step(boolean backwards) {
    int at = text.getCaretOffset();
    Link next = backwards ? links.get(links.size() - 1) : links.get(0);
    for (Link link : links) {
      if (!backwards && link.begin() > at) {
        next = link;
        break;
      }
      if (backwards && link.begin() < at) {
        next = link;
      }
    }
    text.setSelection(next.begin(), next.begin());
    text.showSelection();
  }

  private void click(Event event) {
    int offset = text.getOffsetAtPoint(new org.eclipse.swt.graphics.Point(event.x, event.y));
    if (offset >= 0) {
      linkAt(offset).ifPresent(this::follow);
    }
  }

  private Optional<Link> linkAt(int offset) {
    return links.stream().filter(l -> l.begin() <= offset && offset < l.end()).findFirst();
  }

  private void follow(Link link) {
    if (pages.page(link.target()).isPresent()) {
      open(link.target());
    } else {
      Program.launch(link.target());
    }
  }

  private void back() {
    if (visited.size() > 1) {
      visited.remove(visited.size() - 1);
      open(visited.get(visited.size() - 1));
    }
  }
}
