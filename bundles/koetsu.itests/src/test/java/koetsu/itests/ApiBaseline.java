package koetsu.itests;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The exported API of a bundle as bnd sees it, which can be kept as text: a line for each element,
 * indented below what it belongs to, with what its addition and its removal mean for the version.
 * Who implements an interface, plug-ins or Koetsu, is in there too.
 */
final class ApiBaseline {
  private static final String API = "<api>";
  private static final Set<Type> MEMBERS =
      EnumSet.of(Type.CLASS, Type.INTERFACE, Type.ENUM, Type.ANNOTATION, Type.METHOD, Type.FIELD);

  private static final Set<String> OF_OBJECTS =
      Arrays.stream(Object.class.getDeclaredMethods())
          .map(
              method ->
                  Arrays.stream(method.getParameterTypes())
                      .map(Class::getName)
                      .collect(Collectors.joining(",", method.getName() + "(", ")")))
          .collect(Collectors.toSet());

  private final Tree api;

  private ApiBaseline(Tree api) {
    this.api = api;
  }

  /** The API of a built bundle. */
  static ApiBaseline of(Path jar) throws Exception {
    try (Jar built = new Jar(jar.toFile())) {
      Tree.Data api = new DiffPluginImpl().tree(built).get(API).serialize();
      leaveOutInherited(api);
      return new ApiBaseline(new DiffPluginImpl().deserialize(bundleOf(api)).get(API));
    }
  }

  /** What every object has says nothing of an API, and is another thing in another JDK. */
  private static void leaveOutInherited(Tree.Data data) {
    data.children =
        Arrays.stream(data.children)
            .filter(child -> child.type != Type.METHOD || !OF_OBJECTS.contains(child.name))
            .toArray(Tree.Data[]::new);
    Arrays.stream(data.children).forEach(ApiBaseline::leaveOutInherited);
  }

  /** The API of a text that {@link #toString()} made. */
  static ApiBaseline parse(String text) throws Exception {
    Deque<Element> open = new ArrayDeque<>();
    Element top = new Element(Type.BUNDLE, "bundle", Delta.ADDED, Delta.REMOVED);
    open.push(top);
    for (String line : text.lines().toList()) {
      String content = line.stripLeading();
      while (open.size() > line.length() - content.length() + 1) {
        open.pop();
      }
      String[] words = content.split(" ", 4);
      Element element =
          new Element(
              Type.valueOf(words[2]), words[3], Delta.valueOf(words[0]), Delta.valueOf(words[1]));
      open.element().children.add(element);
      open.push(element);
    }
    return new ApiBaseline(new DiffPluginImpl().deserialize(top.data()).get(API));
  }

  /** A line of the text with those below it. */
  private record Element(
      Type type, String name, Delta added, Delta removed, List<Element> children) {
    Element(Type type, String name, Delta added, Delta removed) {
      this(type, name, added, removed, new ArrayList<>());
    }

    Tree.Data data() {
      Tree.Data data = new Tree.Data();
      data.type = type;
      data.name = name;
      data.add = added;
      data.rem = removed;
      data.children = children.stream().map(Element::data).toArray(Tree.Data[]::new);
      return data;
    }
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    append(out, api, 0);
    return out.toString();
  }

  private static void append(StringBuilder out, Tree tree, int depth) {
    out.append(" ".repeat(depth)).append(tree.ifAdded()).append(' ').append(tree.ifRemoved());
    out.append(' ').append(tree.getType()).append(' ').append(tree.getName()).append('\n');
    for (Tree child : tree.getChildren()) {
      append(out, child, depth + 1);
    }
  }

  /**
   * What is wrong with the versions of this API, compared with an earlier one: by OSGi's semantic
   * versioning, an incompatible change needs a new major version of its package, an addition a new
   * minor one. What goes must also have been deprecated before.
   */
  List<String> complaints(ApiBaseline earlier) throws Exception {
    List<String> complaints = new ArrayList<>();
    Set<Baseline.Info> packages =
        new Baseline(new Processor(), new DiffPluginImpl())
            .baseline(
                bundle(), exports(), earlier.bundle(), earlier.exports(), new Instructions("*"));
    for (Baseline.Info info : packages) {
      List<String> changes = new ArrayList<>();
      describe(info.packageDiff, changes, complaints);
      if (info.mismatch) {
        complaints.add(
            info.packageName
                + ": raise @Version in package-info.java from "
                + info.newerVersion
                + " to "
                + info.suggestedVersion
                + " for "
                + String.join(", ", changes));
      }
    }
    return complaints;
  }

  private static void describe(Diff diff, List<String> changes, List<String> complaints) {
    boolean gone = diff.getDelta() == Delta.REMOVED;
    if (gone || diff.getDelta() == Delta.ADDED) {
      changes.add((gone ? "the end of " : "the new ") + diff.getName());
      if (gone && MEMBERS.contains(diff.getType()) && !isDeprecated(diff.getOlder())) {
        complaints.add(
            diff.getName() + " is gone; deprecate it for one minor version before it goes");
      }
    } else {
      diff.getChildren().forEach(child -> describe(child, changes, complaints));
    }
  }

  private static boolean isDeprecated(Tree member) {
    return Arrays.stream(member.getChildren())
        .anyMatch(
            child ->
                child.getType() == Type.DEPRECATED
                    || child.getName().equals(Deprecated.class.getName()));
  }

  private Tree bundle() throws Exception {
    return new DiffPluginImpl().deserialize(bundleOf(api.serialize()));
  }

  private static Tree.Data bundleOf(Tree.Data api) {
    Tree.Data bundle = new Element(Type.BUNDLE, "bundle", Delta.ADDED, Delta.REMOVED).data();
    bundle.children = new Tree.Data[] {api};
    return bundle;
  }

  /** The packages with their versions, as a manifest exports them. */
  private Parameters exports() {
    return new Parameters(
        Arrays.stream(api.getChildren())
            .filter(child -> child.getType() == Type.PACKAGE)
            .map(exported -> exported.getName() + ";version=" + version(exported))
            .collect(Collectors.joining(",")));
  }

  private static String version(Tree exported) {
    return Arrays.stream(exported.getChildren())
        .filter(child -> child.getType() == Type.VERSION)
        .map(Tree::getName)
        .findFirst()
        .orElseThrow(() -> new AssertionError(exported.getName() + " has no version"));
  }
}
