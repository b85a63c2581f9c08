package koetsu.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What plug-ins are compiled against changes only together with its version. The baseline of a
 * bundle is its {@code api.txt}, of the last release; {@code -Dkoetsu.api.release} writes it anew.
 */
class ApiBaselineTest {
  private static final String RELEASE = "koetsu.api.release";

  @ParameterizedTest
  @ValueSource(strings = {"koetsu.api", "koetsu.testkit", "koetsu.workbench"})
  void aChangeOfTheApiHasTheRightVersion(String bundle) throws Exception {
    ApiBaseline built = ApiBaseline.of(jar(bundle));
    Path file = Path.of("..", bundle, "api.txt");
    if (System.getProperty(RELEASE) != null) {
      Files.writeString(file, built.toString());
    }
    List<String> complaints = built.complaints(ApiBaseline.parse(Files.readString(file)));
    assertTrue(complaints.isEmpty(), () -> String.join("\n", complaints));
  }

  @Test
  void theTextSaysAllThatIsCompared() throws Exception {
    ApiBaseline built = ApiBaseline.of(jar("koetsu.api"));
    ApiBaseline read = ApiBaseline.parse(built.toString());
    assertEquals(built.toString(), read.toString());
    assertEquals(List.of(), built.complaints(read));
  }

  @Test
  void anAdditionNeedsAMinorVersion() throws Exception {
    assertEquals(
        List.of("koetsu.api.text: a minor version for the new size()"),
        complaintsWithout(" METHOD size()"));
  }

  @Test
  void aNewMethodThatPlugInsMustImplementNeedsAMajorVersion() throws Exception {
    String method = "validate(koetsu.api.plugin.ValidationContext)";
    assertEquals(
        List.of("koetsu.api.plugin: a major version for the new " + method),
        complaintsWithout(" METHOD " + method));
  }

  @Test
  void anEndNeedsAMajorVersionAndAWarningBefore() throws Exception {
    String major = "koetsu.api.text: a major version for the end of forgotten()";
    assertEquals(
        List.of("forgotten() is gone; deprecate it for one minor version before it goes", major),
        complaintsWith("   MINOR MAJOR METHOD forgotten()\n"));
    assertEquals(
        List.of(major),
        complaintsWith(
            "   MINOR MAJOR METHOD forgotten()\n    MICRO MICRO ANNOTATED java.lang.Deprecated\n"));
  }

  /** Complaints that do not change with every release. */
  private static List<String> withoutNumbers(List<String> complaints) {
    return complaints.stream()
        .map(
            complaint ->
                complaint
                    .replaceFirst("raise .* from (\\d+)\\S+ to \\1\\S+", "a minor version")
                    .replaceFirst("raise .* from \\d\\S+ to \\d+\\.0\\.0", "a major version"))
        .toList();
  }

  /** As if what such a line says were new. */
  private static List<String> complaintsWithout(String line) throws Exception {
    ApiBaseline built = ApiBaseline.of(jar("koetsu.api"));
    StringBuilder earlier = new StringBuilder();
    int skipped = -1;
    for (String each : built.toString().lines().toList()) {
      int depth = each.length() - each.stripLeading().length();
      if (skipped >= 0 && depth > skipped) {
        continue;
      }
      skipped = each.endsWith(line) ? depth : -1;
      if (skipped < 0) {
        earlier.append(each).append('\n');
      }
    }
    return withoutNumbers(built.complaints(ApiBaseline.parse(earlier.toString())));
  }

  /** As if an interface of the text services had had more. */
  private static List<String> complaintsWith(String more) throws Exception {
    ApiBaseline built = ApiBaseline.of(jar("koetsu.api"));
    String size = "   MINOR MAJOR METHOD size()\n";
    String text = built.toString();
    assertTrue(text.contains(size), text);
    return withoutNumbers(built.complaints(ApiBaseline.parse(text.replace(size, more + size))));
  }

  private static Path jar(String bundle) {
    return BundleJar.ours().stream()
        .filter(jar -> jar.artifact().equals(bundle))
        .findFirst()
        .orElseThrow()
        .file();
  }
}
