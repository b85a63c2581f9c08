package koetsu.segment.internal;

import java.util.function.BiFunction;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.profile.Profile;
import koetsu.api.text.TextServices;

/**
 * What a segmenter prepares from the profile's word lists, kept until another profile comes. Safe
 * for any thread: at worst two threads prepare the same thing.
 */
public final class PerProfile<T> {
  private final BiFunction<Profile, TextServices, T> make;
  private volatile Made<T> last;

  private record Made<T>(Profile profile, TextServices text, T thing) {}

  public PerProfile(BiFunction<Profile, TextServices, T> make) {
    this.make = make;
  }

  public T of(DocumentContext context) {
    Made<T> made = last;
    if (made == null || made.profile() != context.profile() || made.text() != context.text()) {
      made =
          new Made<>(
              context.profile(), context.text(), make.apply(context.profile(), context.text()));
      last = made;
    }
    return made.thing();
  }
}
