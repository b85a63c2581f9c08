package koetsu.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.List;
import java.util.ServiceLoader;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.LoadRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderChoiceTest {
  private static final String MARKED =
      """
      # 星見の丘づくり支援事業

      ## 事業目的

      夜空を守る。
      """;

  private static String chosen(String name, String text, String charset) {
    LoadRequest request = new LoadRequest(name, text.getBytes(Charset.forName(charset)), null);
    double markdown = new MarkdownLoader().accepts(request);
    double plain = new PlainTextLoader().accepts(request);
    return markdown > plain ? "markdown" : "plain";
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-31j", "EUC-JP", "ISO-2022-JP"})
  void marksMakeMarkdownWhateverTheFileIsCalled(String charset) {
    assertEquals("markdown", chosen("sheet.txt", MARKED, charset));
  }

  @Test
  void aTextWithoutMarksIsPlain() {
    assertEquals("plain", chosen("sheet.txt", "事業目的\n\n- 夜空を守る。\n#1の町\n", "UTF-8"));
  }

  @Test
  void oneMarkedLineIsNotEnough() {
    assertEquals("plain", chosen("sheet.txt", "# 事業目的\n夜空を守る。\n", "UTF-8"));
  }

  @Test
  void theFileNameDecidesWhereTheContentDoesNot() {
    assertEquals("markdown", chosen("sheet.md", "夜空を守る。\n", "UTF-8"));
  }

  @Test
  void pipeRowsAreMarks() {
    assertEquals("markdown", chosen("a.txt", "| 年度 | 額 |\n|---|---|\n", "UTF-8"));
  }

  @Test
  void aBinaryInputGoesToTheLoaderThatSaysWhatItIs() {
    LoadRequest request = new LoadRequest("a.txt", new byte[] {'%', 'P', 'D', 'F', '-'}, null);
    assertEquals(0, new MarkdownLoader().accepts(request));
    assertTrue(new PlainTextLoader().accepts(request) > 0);
  }

  @Test
  void theClassPathKnowsBothLoaders() {
    List<String> ids =
        ServiceLoader.load(DocumentLoader.class).stream().map(p -> p.get().id()).sorted().toList();
    assertEquals(List.of("koetsu.load.markdown", "koetsu.load.plain"), ids);
  }
}
