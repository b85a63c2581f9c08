package koetsu.check.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.ServiceLoader;
import koetsu.api.plugin.Validator;
import org.junit.jupiter.api.Test;

class ServicesTest {
  @Test
  void theClassPathHasWhatTheFrameworkHas() {
    assertEquals(
        List.of(
            "koetsu.check.deadline",
            "koetsu.check.era",
            "koetsu.check.omission",
            "koetsu.check.parts",
            "koetsu.check.period",
            "koetsu.check.previousYear",
            "koetsu.check.rate",
            "koetsu.check.section"),
        ServiceLoader.load(Validator.class).stream().map(p -> p.get().id()).sorted().toList());
  }
}
