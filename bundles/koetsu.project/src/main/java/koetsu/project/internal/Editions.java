package koetsu.project.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import koetsu.project.ProjectException;
import koetsu.records.AtomicFile;
import koetsu.records.Disk;
import koetsu.records.DocumentInfo;

/**
 * Copies of every edition of a source that somebody has decided on, by their digests. Without the
 * old text nobody could say where its places are in a new one; version control stores equal files
 * once.
 */
final class Editions {
  private static final String FOLDER = "editions";

  private final Path folder;
  private final Path sources;
  private final Disk disk;
  private final Set<String> kept = new HashSet<>();

  /**
   * @param project the project's folder
   * @param sources its folder of sources
   */
  Editions(Path project, Path sources, Disk disk) {
    this.folder = project.resolve(FOLDER);
    this.sources = sources;
    this.disk = disk;
  }

  private Path file(String sha256) {
    return folder.resolve(sha256);
  }

  /** Sees to it that an edition stays, as long as the source is still that edition. */
  void keep(DocumentInfo document) throws ProjectException {
    if (!kept.add(document.sha256()) || Files.exists(file(document.sha256()))) {
      return;
    }
    try {
      Path source = sources.resolve(document.name());
      if (Files.exists(source)) {
        byte[] bytes = Files.readAllBytes(source);
        if (Digests.sha256(bytes).equals(document.sha256())) {
          disk.createFolder(folder);
          disk.forceFolder(folder.getParent());
          AtomicFile.write(disk, file(document.sha256()), bytes);
        }
      }
    } catch (IOException e) {
      kept.remove(document.sha256());
      throw new ProjectException(
          file(document.sha256())
              + ": the edit could not be saved, because the edition it is about could not be kept ("
              + e.getMessage()
              + "); free disk space or check the folder, then try again",
          e);
    }
  }

  /** Where an edition has to be for {@link #text}. */
  Path place(DocumentInfo document) {
    return file(document.sha256());
  }

  /** The text of an edition, or null where nobody kept it. */
  String text(DocumentInfo document) throws ProjectException {
    Path file = file(document.sha256());
    if (!Files.exists(file)) {
      return null;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (!Digests.sha256(bytes).equals(document.sha256())) {
        throw new ProjectException(
            file + " is damaged: take it, or that edition of the source, from a backup");
      }
      String text =
          Charset.forName(document.encoding())
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException | UnsupportedCharsetException e) {
      throw new ProjectException(file + " cannot be read as " + document.encoding(), e);
    } catch (IOException e) {
      throw new ProjectException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
