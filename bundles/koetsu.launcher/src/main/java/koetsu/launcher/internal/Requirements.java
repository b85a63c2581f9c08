package koetsu.launcher.internal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** Says in plain words why a bundle cannot be resolved. */
final class Requirements {

  private static final Pattern EXACTLY = Pattern.compile("\\((?:bundle-)?version=([^)]+)\\)");
  private static final Pattern FROM =
      Pattern.compile("(?<!\\(!)\\((?:bundle-)?version>=([^)]+)\\)");
  private static final Pattern BELOW = Pattern.compile("\\(!\\((?:bundle-)?version>=([^)]+)\\)\\)");

  private final FrameworkWiring wiring;

  Requirements(FrameworkWiring wiring) {
    this.wiring = wiring;
  }

  /** What the bundle needs and no installed bundle has; empty when the cause lies further away. */
  List<String> missing(Bundle bundle) {
    return bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
        .filter(Requirements::isNeededToResolve)
        .filter(requirement -> wiring.findProviders(requirement).isEmpty())
        .map(
            requirement ->
                inWords(
                    requirement.getNamespace(),
                    requirement
                        .getDirectives()
                        .getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "")))
        .toList();
  }

  private static boolean isNeededToResolve(BundleRequirement requirement) {
    String resolution = requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE);
    String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
    return !Namespace.RESOLUTION_OPTIONAL.equals(resolution)
        && !PackageNamespace.RESOLUTION_DYNAMIC.equals(resolution)
        && (effective == null || effective.equals(Namespace.EFFECTIVE_RESOLVE));
  }

  /**
   * For example {@code osgi.wiring.package} and {@code
   * (&(osgi.wiring.package=a.b)(version>=1.2.0)(!(version>=2.0.0)))} as "the package a.b (version
   * 1.2.0 or higher, below 2.0.0)".
   */
  static String inWords(String namespace, String filter) {
    Matcher name =
        Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]+)\\)").matcher(filter);
    if (!name.find()) {
      return ("the capability " + namespace + " " + filter).strip();
    }
    String kind =
        switch (namespace) {
          case PackageNamespace.PACKAGE_NAMESPACE -> "the package ";
          case BundleNamespace.BUNDLE_NAMESPACE, HostNamespace.HOST_NAMESPACE -> "the bundle ";
          case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE -> "the runtime ";
          default -> "the capability " + namespace + " ";
        };
    return kind + name.group(1) + versions(filter);
  }

  private static String versions(String filter) {
    Matcher exactly = EXACTLY.matcher(filter);
    Matcher from = FROM.matcher(filter);
    Matcher below = BELOW.matcher(filter);
    if (exactly.find()) {
      return " " + exactly.group(1);
    }
    String range = from.find() ? "version " + from.group(1) + " or higher" : "";
    if (below.find()) {
      range += (range.isEmpty() ? "version " : ", ") + "below " + below.group(1);
    }
    return range.isEmpty() ? "" : " (" + range + ")";
  }
}
