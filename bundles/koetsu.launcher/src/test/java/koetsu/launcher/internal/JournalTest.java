package koetsu.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.framework.Logger;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class JournalTest {

  private final List<String> lines = new ArrayList<>();
  private final Journal journal = new Journal(lines::add);

  @Test
  void errorsOfTheFrameworkAreToldAndWarningsAreNot() {
    journal.log((Bundle) null, Logger.LOG_WARNING, "a warning");
    journal.log((Bundle) null, Logger.LOG_ERROR, "broken", new IllegalStateException("the why"));
    assertEquals(List.of("broken: the why"), lines);
  }

  @Test
  void theSameLineIsToldOnce() {
    journal.tell("one");
    journal.tell("two");
    journal.tell("one");
    assertEquals(List.of("one", "two"), lines);
  }

  @Test
  void componentsAreNamedInPlainWords() {
    assertEquals(
        "component a.b.Name: cannot be created",
        Journal.plain("bundle a.b:1.0.0 (23)[a.b.Name(3)] : cannot be\n  created"));
    assertEquals("no components", Journal.plain("bundle a.b:1.0.0 (23) : no components"));
    assertEquals("something else", Journal.plain("something else"));
  }
}
