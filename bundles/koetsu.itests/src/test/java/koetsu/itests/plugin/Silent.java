package koetsu.itests.plugin;

import java.util.List;
import java.util.Set;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;

/** An extractor that finds nothing. */
public class Silent implements FieldExtractor {

  @Override
  public String id() {
    return "silent";
  }

  @Override
  public Set<String> fields() {
    return Set.of("name");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    return List.of();
  }
}
