package koetsu.export.internal;

import static org.apache.uima.fit.factory.CollectionReaderFactory.createReaderDescription;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS;
import de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity;
import de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token;
import de.tudarmstadt.ukp.dkpro.core.api.syntax.type.chunk.Chunk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    JCas cas =
        new JCasIterable(
                createReaderDescription(
                    Conll2003Reader.class,
                    Conll2003Reader.PARAM_SOURCE_LOCATION,
                    folder.resolve("woods.conll").toString()))
            .iterator()
            .next();
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
}
