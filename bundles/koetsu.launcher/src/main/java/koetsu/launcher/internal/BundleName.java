package koetsu.launcher.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What a bundle's file says it is, without running anything of it.
 *
 * @param name symbolic name; the file's name where it has none
 * @param version empty where it has none
 */
record BundleName(String name, String version) {

  static BundleName of(Path file) {
    if (DeclarationJar.isDeclaration(file)) {
      return DeclarationJar.name(file);
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      String name =
          manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
      if (name != null) {
        String version = manifest.getMainAttributes().getValue("Bundle-Version");
        return new BundleName(name.split(";", 2)[0].trim(), version == null ? "" : version.trim());
      }
    } catch (IOException unreadable) {
      // the name of the file has to do
    }
    return new BundleName(file.getFileName().toString(), "");
  }
}
