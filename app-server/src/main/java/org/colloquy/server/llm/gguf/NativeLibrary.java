package org.colloquy.server.llm.gguf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// Puts llama.cpp's library for this system where it can be loaded: into a folder of our own. Left
/// to itself, the library is put into the folder for temporary files, where others may put theirs.
final class NativeLibrary {
  private static final String NAME = System.mapLibraryName("jllama");

  private NativeLibrary() {}

  /// @throws ProblemException Unavailable when there is none for this system
  static void prepare(Path folder) {
    var resource = "/de/kherud/llama/" + system() + "/" + machine() + "/" + NAME;
    try (var library = NativeLibrary.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new ProblemException(
            new Problem.Unavailable("GGUF files cannot be run on this kind of computer."));
      }
      put(library.readAllBytes(), folder);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unavailable("What runs GGUF files could not be prepared in " + folder + "."),
          e);
    }
    System.setProperty("de.kherud.llama.lib.path", folder.toString());
    System.setProperty("de.kherud.llama.tmpdir", folder.toString());
  }

  private static void put(byte[] library, Path folder) throws IOException {
    Files.createDirectories(folder);
    var file = folder.resolve(NAME);
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), library)) {
      return; // it may be in use, and Windows replaces nothing that is
    }
    var unfinished = folder.resolve(NAME + ".new");
    Files.write(unfinished, library);
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String system() {
    var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("windows") ? "Windows" : name.startsWith("mac") ? "Mac" : "Linux";
  }

  private static String machine() {
    var name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "aarch64";
      default -> name;
    };
  }
}
