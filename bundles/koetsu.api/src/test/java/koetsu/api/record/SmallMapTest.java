package koetsu.api.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallMapTest {
  private static Map<String, Object> entries(int count) {
    Map<String, Object> entries = new LinkedHashMap<>();
    IntStream.range(0, count).forEach(i -> entries.put("k" + (count - i), i));
    return entries;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 16, 17, 40})
  void aCopyOfAnySizeIsTheSameMapInTheSameOrder(int size) {
    Map<String, Object> copy = SmallMap.copyOf(entries(size));
    assertEquals(entries(size), copy);
    assertEquals(copy, entries(size));
    assertEquals(entries(size).hashCode(), copy.hashCode());
    assertEquals(new ArrayList<>(entries(size).keySet()), new ArrayList<>(copy.keySet()));
    assertEquals(entries(size).toString(), copy.toString());
    assertSame(copy, size > 16 ? copy : SmallMap.copyOf(copy));
  }

  @Test
  void anEntryMayHoldNullAndAMissingOneIsNone() {
    Map<String, Object> slots = new LinkedHashMap<>();
    slots.put("cap", null);
    Map<String, Object> copy = SmallMap.copyOf(slots);
    assertNull(copy.get("cap"));
    assertTrue(copy.containsKey("cap"));
    assertFalse(copy.containsKey("rate"));
    assertEquals("none", copy.getOrDefault("rate", "none"));
  }

  @Test
  void nobodyChangesACopy() {
    Map<String, Object> slots = entries(2);
    Map<String, Object> copy = SmallMap.copyOf(slots);
    slots.put("late", 1);
    assertEquals(2, copy.size());
    assertThrows(UnsupportedOperationException.class, () -> copy.put("k1", 9));
    assertThrows(UnsupportedOperationException.class, () -> copy.remove("k1"));
    assertThrows(UnsupportedOperationException.class, copy::clear);
    assertThrows(
        UnsupportedOperationException.class,
        () -> copy.entrySet().iterator().next().setValue(List.of()));
  }
}
