package koetsu.export.internal;

import static org.apache.uima.fit.factory.CollectionReaderFactory.createReaderDescription;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS;
import de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity;
import de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token;
import de.tudarmstadt.ukp.dkpro.core.api.syntax.type.chunk.Chunk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.Loss;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import org.apache.uima.fit.pipeline.JCasIterable;
import org.apache.uima.fit.util.JCasUtil;
import org.apache.uima.jcas.JCas;
import org.dkpro.core.io.conll.Conll2003Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files as DKPro Core's reader of CoNLL-2003 sees them. */
class ConllClientTest {
  private static final String TEXT = "一 𠮷野の森\r\n\r\n目的 森を\n育てる\n";

  @TempDir private Path folder;

  private static FieldValue value(Span... spans) {
    return new FieldValue(
        Value.of("x"), "x", List.of(spans), null, null, Status.ADDED, null, Map.of());
  }

  @Test
  void charactersAreTokensAndValuesAreEntities() throws Exception {
    AnnotatedDocument woods =
        new AnnotatedDocument(
            Samples.source("woods.txt", TEXT),
            List.of(
                new ParsedRecord(
                    "r1",
                    null,
                    "program",
                    List.of(new Span(0, 20)),
                    Map.of(
                        "name",
                        List.of(
                            value(new Span(2, 6)),
                            value(new Span(3, 4)),
                            value(new Span(13, 15), new Span(16, 17)),
                            value())),
                    List.of(
                        new Section(
                            "purpose", List.of(new Span(10, 12)), List.of(new Span(13, 19)))),
                    RecordState.REVIEWED,
                    Map.of())));
    List<Loss> losses = new FormatTester(folder).export(new ConllExporter(), woods);
    assertEquals(
        List.of(
            "record, left out",
            "heading, left out",
            "body that runs over a line's end, begun again there",
            "value that stands on no characters, left out",
            "value that overlaps one before it, left out",
            "value in several parts, written as so many"),
        losses.stream().map(Loss::kind).toList());
    JCas cas = read(folder.resolve("woods.conll"));
    assertEquals(
        List.of("一", "𠮷", "野", "の", "森", "目", "的", "森", "を", "育", "て", "る"),
        JCasUtil.select(cas, Token.class).stream().map(Token::getCoveredText).toList());
    assertEquals(
        List.of("0", "2", "3", "4", "5", "10", "11", "13", "14", "16", "17", "18"),
        JCasUtil.select(cas, POS.class).stream().map(POS::getPosValue).toList());
    assertEquals(
        List.of("name 𠮷野の森", "name 森を", "name 育"),
        JCasUtil.select(cas, NamedEntity.class).stream()
            .map(e -> e.getValue() + " " + e.getCoveredText().replace(" ", ""))
            .toList());
    assertEquals(
        List.of("purpose 森を", "purpose 育てる"),
        JCasUtil.select(cas, Chunk.class).stream()
            .map(c -> c.getChunkValue() + " " + c.getCoveredText().replace(" ", ""))
            .toList());
  }

  private static JCas read(Path file) throws Exception {
    return new JCasIterable(
            createReaderDescription(
                Conll2003Reader.class, Conll2003Reader.PARAM_SOURCE_LOCATION, file.toString()))
        .iterator()
        .next();
  }

  @Test
  void whatIsNotCountedAsLostIsThere() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      check(new FormatTester(folder.resolve(String.valueOf(seed))), Samples.any(seed, "woods.txt"));
    }
  }

  @Test
  void whatIsNotCountedAsLostOfTheCorpusGoldIsThere() throws Exception {
    check(new FormatTester(folder, CorpusGold.PROFILE), CorpusGold.documents());
  }

  private static void check(FormatTester tester, AnnotatedDocument... documents) throws Exception {
    List<Loss> losses = tester.export(new ConllExporter(), documents);
    Map<Item.Layer, Integer> missing = new EnumMap<>(Item.Layer.class);
    for (AnnotatedDocument woods : documents) {
      JCas cas = read(tester.folder().resolve(woods.document().baseName() + ConllExporter.SUFFIX));
      int[] text = woods.document().text().codePoints().toArray();
      int[] inked = IntStream.range(0, text.length).filter(at -> isInk(text[at])).toArray();
      assertArrayEquals(inked, offsets(JCasUtil.select(cas, POS.class)));
      assertEquals(
          Arrays.stream(inked).mapToObj(at -> Character.toString(text[at])).toList(),
          JCasUtil.select(cas, Token.class).stream().map(Token::getCoveredText).toList());
      List<String> entities = new ArrayList<>();
      for (NamedEntity each : JCasUtil.select(cas, NamedEntity.class)) {
        entities.add(piece(each.getValue(), offsets(JCasUtil.selectCovered(POS.class, each))));
      }
      assertEquals(pieces(woods, Item.Layer.VALUE, text, missing), entities);
      List<String> chunks = new ArrayList<>();
      for (Chunk each : JCasUtil.select(cas, Chunk.class)) {
        chunks.add(piece(each.getChunkValue(), offsets(JCasUtil.selectCovered(POS.class, each))));
      }
      assertEquals(pieces(woods, Item.Layer.BODY, text, missing), chunks);
    }
    for (Item.Layer layer : List.of(Item.Layer.VALUE, Item.Layer.BODY)) {
      assertEquals(
          missing.get(layer),
          losses.stream()
              .filter(l -> l.kind().startsWith(layer.word()) && l.kind().endsWith("left out"))
              .mapToInt(Loss::count)
              .sum());
    }
  }

  private static int[] offsets(Collection<POS> columns) {
    return columns.stream().mapToInt(pos -> Integer.parseInt(pos.getPosValue())).toArray();
  }

  private static String piece(String label, int[] offsets) {
    return Arrays.toString(offsets) + " " + label;
  }

  /**
   * The lines' parts of the items that overlap none before them, as they come in the text.
   *
   * @param missing counts the others
   */
  private static List<String> pieces(
      AnnotatedDocument in, Item.Layer layer, int[] text, Map<Item.Layer, Integer> missing) {
    List<Item> items = Item.of(in).stream().filter(i -> i.layer() == layer).toList();
    List<Item> seen =
        items.stream()
            .filter(i -> inked(i.spans(), text).length > 0)
            .sorted(
                Comparator.comparing((Item i) -> i.spans().get(0).begin())
                    .thenComparing(i -> -Item.cover(i.spans()).end()))
            .toList();
    TreeMap<Integer, String> pieces = new TreeMap<>();
    BitSet taken = new BitSet();
    int shown = 0;
    for (Item item : seen) {
      BitSet own = new BitSet();
      item.spans().forEach(s -> own.set(s.begin(), s.end()));
      if (own.intersects(taken)) {
        continue;
      }
      taken.or(own);
      shown++;
      for (Span span : item.spans()) {
        for (int begin = span.begin(); begin < span.end(); ) {
          int end = begin;
          while (end < span.end() && text[end] != '\n' && text[end] != '\r') {
            end++;
          }
          int[] offsets = inked(List.of(new Span(begin, end)), text);
          if (offsets.length > 0) {
            pieces.put(offsets[0], piece(item.label().replace('-', '_'), offsets));
          }
          begin = end + 1;
        }
      }
    }
    missing.merge(layer, items.size() - shown, Integer::sum);
    return List.copyOf(pieces.values());
  }

  private static int[] inked(List<Span> spans, int[] text) {
    return spans.stream()
        .flatMapToInt(s -> IntStream.range(s.begin(), s.end()))
        .filter(at -> isInk(text[at]))
        .toArray();
  }

  private static boolean isInk(int c) {
    return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c);
  }
}
