package koetsu.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.Losses;
import koetsu.records.Json;
import org.dkpro.core.io.brat.internal.model.BratAnnotation;
import org.dkpro.core.io.brat.internal.model.BratAnnotationDocument;
import org.dkpro.core.io.brat.internal.model.BratNoteAnnotation;
import org.dkpro.core.io.brat.internal.model.BratRelationAnnotation;
import org.dkpro.core.io.brat.internal.model.BratTextAnnotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files as DKPro Core's reader of the format sees them. */
class BratClientTest {
  @TempDir private Path folder;

  @Test
  void everyAnnotationStandsWhereItsTextDoes() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      check(new FormatTester(folder.resolve(String.valueOf(seed))), Samples.any(seed, "woods.txt"));
    }
  }

  @Test
  void everyAnnotationOfTheCorpusGoldStandsWhereItsTextDoes() throws Exception {
    check(new FormatTester(folder, CorpusGold.PROFILE), CorpusGold.documents());
  }

  private static void check(FormatTester tester, AnnotatedDocument... documents) throws Exception {
    tester.export(new BratExporter(), documents);
    for (AnnotatedDocument woods : documents) {
      Path text = tester.folder().resolve(woods.document().name());
      assertEquals(woods.document().text(), Files.readString(text));
      BratAnnotationDocument read;
      try (Reader in =
          Files.newBufferedReader(tester.folder().resolve(woods.document().baseName() + ".ann"))) {
        read = BratAnnotationDocument.read(in);
      }
      List<BratTextAnnotation> bounds = all(read, BratTextAnnotation.class);
      List<Item> items =
          Item.shown(
              Item.of(woods),
              i -> !BratFiles.fragments(woods.document(), i.spans()).isEmpty(),
              woods,
              new Losses());
      assertEquals(
          items.stream().map(i -> i.layer().tag(i.label())).toList(),
          bounds.stream().map(BratAnnotation::getType).toList());
      for (int i = 0; i < items.size(); i++) {
        check(items.get(i), bounds.get(i), woods);
      }
      List<BratNoteAnnotation> notes = all(read, BratNoteAnnotation.class);
      assertEquals(
          items.stream().map(Item::detail).map(Json::write).map(BratClientTest::parsed).toList(),
          notes.stream().map(n -> parsed(n.getNote())).toList());
      long inRecords = items.stream().filter(i -> i.layer() != Item.Layer.RECORD).count();
      assertEquals(
          inRecords,
          all(read, BratRelationAnnotation.class).stream()
              .filter(r -> r.getType().equals("belongs-to"))
              .count());
    }
  }

  private static void check(Item item, BratTextAnnotation bound, AnnotatedDocument in) {
    List<Span> fragments = BratFiles.fragments(in.document(), item.spans());
    assertEquals(
        joined(fragments),
        bound.getOffsets().stream().map(o -> new Span(o.getBegin(), o.getEnd())).toList());
    Object status =
        item.layer() == Item.Layer.RECORD
            ? item.detail().get("state")
            : item.detail().get(Item.VALUE) instanceof Map<?, ?> value ? value.get("status") : null;
    assertEquals(
        status == null ? List.of() : List.of(status),
        bound.getAttributes().stream()
            .map(a -> String.join(" ", a.getValues()))
            .collect(Collectors.toList()));
  }

  /**
   * DKPro Core takes parts that are at most one character apart for one place that runs over a
   * line's end.
   */
  private static List<Span> joined(List<Span> fragments) {
    List<Span> joined = new ArrayList<>();
    for (Span fragment : fragments) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).end() + 1 >= fragment.begin()) {
        joined.set(last, joined.get(last).cover(fragment));
      } else {
        joined.add(fragment);
      }
    }
    return joined;
  }

  private static Object parsed(String json) {
    try {
      return Json.read(json, "note");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> List<T> all(BratAnnotationDocument document, Class<T> type) {
    List<T> all =
        document.getAnnotations().stream().filter(type::isInstance).map(type::cast).toList();
    assertTrue(!all.isEmpty() || type == BratRelationAnnotation.class);
    return all;
  }
}
