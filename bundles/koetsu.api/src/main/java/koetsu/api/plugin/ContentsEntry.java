package koetsu.api.plugin;

import java.util.List;
import java.util.Objects;

/**
 * One entry of a table of contents or overview list.
 *
 * @param number printed item number, or null
 * @param title title with its sub-title
 * @param ministries ministries tagged on the entry, in printed order
 * @param page printed page number, or null
 */
public record ContentsEntry(Quote number, Quote title, List<Quote> ministries, Integer page) {
  public ContentsEntry {
    Objects.requireNonNull(title);
    ministries = List.copyOf(ministries);
  }
}
