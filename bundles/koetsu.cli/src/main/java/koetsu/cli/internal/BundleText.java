package koetsu.cli.internal;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import koetsu.pipeline.PlugInFacts;
import koetsu.pipeline.PlugInJar;

/** What a person should know of a bundle before it runs, as lines. */
final class BundleText {
  private BundleText() {}

  /**
   * Prints what a bundle is, without running anything of it.
   *
   * @param offers what it offers by name, where somebody asked it; null for the kinds of services
   */
  static void introduce(Session session, PlugInJar jar, String offers) throws IOException {
    PlugInFacts facts = PlugInFacts.of(jar);
    session.say(jar.bundle() + " " + jar.version());
    session.say("  sha256   " + facts.sha256());
    session.say("  signed   " + (facts.signer() == null ? "by nobody" : "by " + facts.signer()));
    session.say("  offers   " + (offers == null ? services(facts.services()) : offers));
    session.say("  uses     " + uses(jar, facts.reach()));
  }

  private static String services(Set<String> services) {
    return services.isEmpty() ? "nothing that its manifest names" : String.join(", ", services);
  }

  private static String uses(PlugInJar jar, Set<PlugInFacts.Reach> reach) {
    if (jar.isDeclaration()) {
      return "nothing: it is data, and runs no code of its own";
    }
    String uses =
        reach.stream()
            .map(r -> r.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return (uses.isEmpty() ? "nothing but computing" : uses)
        + ", as far as its manifest and classes say; a plug-in may do what you may do";
  }
}
