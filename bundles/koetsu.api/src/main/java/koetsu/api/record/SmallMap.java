package koetsu.api.record;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A map of a few entries in their order that nobody changes: a fraction of a hash map's memory, and
 * as fast to search.
 */
final class SmallMap<V> extends AbstractMap<String, V> {
  /** More entries than this are searched faster by hash. */
  private static final int MOST = 16;

  /** Key, value, key, value … */
  private final Object[] entries;

  private SmallMap(Object[] entries) {
    this.entries = entries;
  }

  /** A map of the same entries in the same order that nobody changes. */
  static <V> Map<String, V> copyOf(Map<String, V> map) {
    if (map instanceof SmallMap<V>) {
      return map;
    }
    if (map.isEmpty()) {
      return Map.of();
    }
    if (map.size() > MOST) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
    Object[] entries = new Object[2 * map.size()];
    int at = 0;
    for (Map.Entry<String, V> entry : map.entrySet()) {
      entries[at++] = Objects.requireNonNull(entry.getKey());
      entries[at++] = entry.getValue();
    }
    return new SmallMap<>(entries);
  }

  @Override
  public int size() {
    return entries.length / 2;
  }

  @Override
  public V get(Object key) {
    int at = indexOf(key);
    return at < 0 ? null : value(at);
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super V> action) {
    for (int i = 0; i < entries.length; i += 2) {
      action.accept((String) entries[i], value(i));
    }
  }

  @Override
  public boolean containsKey(Object key) {
    return indexOf(key) >= 0;
  }

  private int indexOf(Object key) {
    for (int i = 0; i < entries.length; i += 2) {
      if (entries[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @SuppressWarnings("unchecked") // what copyOf put there
  private V value(int at) {
    return (V) entries[at + 1];
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return SmallMap.this.size();
      }

      @Override
      public Iterator<Map.Entry<String, V>> iterator() {
        return new Entries();
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<String, V>> {
    private int at;

    @Override
    public boolean hasNext() {
      return at < entries.length;
    }

    @Override
    public Map.Entry<String, V> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Map.Entry<String, V> entry = new SimpleImmutableEntry<>((String) entries[at], value(at));
      at += 2;
      return entry;
    }
  }
}
