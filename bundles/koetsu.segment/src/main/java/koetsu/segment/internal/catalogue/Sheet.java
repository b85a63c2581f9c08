package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A page with the parts its lines play, while they are being found out. */
final class Sheet {
  private final List<SheetLine> lines;
  private final Part[] parts;

  Sheet(Page page) {
    this.lines = new ArrayList<>(page.lines());
    this.parts = new Part[lines.size()];
    Arrays.fill(parts, Part.TEXT);
    for (int i = 0; i < parts.length; i++) {
      if (lines.get(i).blank()) {
        parts[i] = Part.BLANK;
      }
    }
    boolean onlyTag = lines.stream().filter(l -> l.role() == LineRole.TAG).count() == 1;
    for (int i = 0; i < parts.length; i++) {
      if (furniture(i, onlyTag)) {
        parts[i] = Part.FURNITURE;
      }
    }
  }

  /** A drawing may hold tags and numbers too: the page's stand at its edge or beside a label. */
  private boolean furniture(int at, boolean onlyTag) {
    LineRole role = lines.get(at).role();
    return switch (role) {
      case NUMBER -> edge(at);
      case TAG -> edge(at) || onlyTag;
      default -> role.furniture();
    };
  }

  private boolean edge(int at) {
    return label(above(at)) || label(below(at));
  }

  private boolean label(int at) {
    if (at < 0 || at >= parts.length) {
      return true;
    }
    LineRole role = lines.get(at).role();
    return role == LineRole.CHAPTER || role == LineRole.NOTICE;
  }

  int size() {
    return parts.length;
  }

  SheetLine line(int at) {
    return lines.get(at);
  }

  List<SheetLine> lines() {
    return Collections.unmodifiableList(lines);
  }

  void replace(int at, SheetLine line) {
    lines.set(at, line);
  }

  Part part(int at) {
    return parts[at];
  }

  /** The part of a line, or {@link Part#BLANK} before the first and after the last. */
  Part partOrBlank(int at) {
    return at < 0 || at >= parts.length ? Part.BLANK : parts[at];
  }

  void set(int at, Part part) {
    parts[at] = part;
  }

  boolean has(Part part) {
    return Arrays.asList(parts).contains(part);
  }

  /** Whether no line stands directly above: a paragraph or the page begins. */
  boolean opens(int at) {
    return at == 0 || parts[at - 1] == Part.BLANK;
  }

  /** Printed lines by paragraph. */
  List<List<Integer>> paragraphs(List<Integer> lines) {
    List<List<Integer>> paragraphs = new ArrayList<>();
    for (int at : lines) {
      if (paragraphs.isEmpty() || opens(at)) {
        paragraphs.add(new ArrayList<>());
      }
      paragraphs.get(paragraphs.size() - 1).add(at);
    }
    return paragraphs;
  }

  /** The next line below that is not blank, or the size. */
  int below(int at) {
    int i = at + 1;
    while (i < parts.length && parts[i] == Part.BLANK) {
      i++;
    }
    return i;
  }

  /** The next line above that is not blank, or -1. */
  int above(int at) {
    int i = at - 1;
    while (i >= 0 && parts[i] == Part.BLANK) {
      i--;
    }
    return i;
  }
}
