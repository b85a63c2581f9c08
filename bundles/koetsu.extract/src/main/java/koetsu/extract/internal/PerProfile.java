package koetsu.extract.internal;

import java.util.function.Function;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.profile.Profile;

/**
 * What an extractor prepares from the profile's word lists, kept until another profile comes. Safe
 * for any thread: at worst two threads prepare the same thing.
 */
final class PerProfile<T> {
  private final Function<Profile, T> make;
  private volatile Made<T> last;

  private record Made<T>(Profile profile, T thing) {}

  PerProfile(Function<Profile, T> make) {
    this.make = make;
  }

  T of(ExtractionContext context) {
    Profile profile = context.in().profile();
    Made<T> made = last;
    if (made == null || made.profile() != profile) {
      made = new Made<>(profile, make.apply(profile));
      last = made;
    }
    return made.thing();
  }
}
