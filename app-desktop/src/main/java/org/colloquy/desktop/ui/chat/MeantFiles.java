package org.colloquy.desktop.ui.chat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.desktop.client.Upload;
import org.colloquy.desktop.text.Text;

/// The files that a person means by what they chose or dropped: a folder stands for all files in
/// it, in the order of their names. What cannot be sent is among them and says so when it is sent,
/// so that nothing is left out in silence. Hidden files in folders are nobody's papers.
final class MeantFiles {
  /// A folder with more files was hardly meant as a whole.
  static final int MOST = 200;

  private MeantFiles() {}

  static List<Upload.Content> by(List<Path> chosen) {
    var meant = new ArrayList<Upload.Content>();
    for (var one : chosen) {
      if (Files.isDirectory(one)) {
        meant.addAll(inside(one));
      } else {
        meant.add(file(one));
      }
    }
    return meant;
  }

  private static Upload.Content file(Path file) {
    try {
      return Upload.Content.of(file);
    } catch (IOException _) {
      return refused(file, Text.of("upload.unreadable", name(file)));
    }
  }

  private static List<Upload.Content> inside(Path folder) {
    var files = new ArrayList<Path>();
    var unreadable = new ArrayList<Path>();
    try {
      Files.walkFileTree(folder, new Visitor(folder, files, unreadable));
    } catch (IOException _) {
      unreadable.add(folder);
    }
    if (files.size() > MOST) {
      return List.of(refused(folder, Text.of("upload.too-many", name(folder), MOST)));
    }
    files.sort(null);
    var meant = new ArrayList<>(files.stream().map(MeantFiles::file).toList());
    unreadable.forEach(one -> meant.add(refused(one, Text.of("upload.unreadable", name(one)))));
    if (meant.isEmpty()) {
      meant.add(refused(folder, Text.of("upload.empty", name(folder))));
    }
    return meant;
  }

  /// Finds files, one more than are wanted at most.
  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final List<Path> files;
    private final List<Path> unreadable;

    Visitor(Path folder, List<Path> files, List<Path> unreadable) {
      this.folder = folder;
      this.files = files;
      this.unreadable = unreadable;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
      boolean hidden = !inner.equals(folder) && isHidden(inner);
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file) && Files.isRegularFile(file)) {
        files.add(file);
      }
      return files.size() > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
      unreadable.add(file);
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      try {
        return name(path).startsWith(".") || Files.isHidden(path);
      } catch (IOException _) {
        return false;
      }
    }
  }

  private static Upload.Content refused(Path path, String why) {
    return Upload.Content.refused(name(path), why);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
