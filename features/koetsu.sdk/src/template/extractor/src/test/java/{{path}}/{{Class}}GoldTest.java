package {{package}};

import java.nio.file.Path;
import java.util.stream.Stream;
import koetsu.testkit.Gold;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** One test for each value that people have decided on; `koetsu review src/test/project` adds some. */
class {{Class}}GoldTest {
  @TestFactory
  Stream<DynamicNode> gold() throws Exception {
    return Gold.of(Path.of("src/test/project")).fields({{Class}}Extractor.FIELD).tests();
  }
}
