import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;

/// The formatter gate: says which Java files are not in google-java-format, or rewrites them.
///
/// Maven runs it with the JDK that compiles the program, because the formatter reads Java with that
/// JDK's own parser and Maven itself may be running on an older one.
void main(String[] arguments) throws IOException {
  boolean fix = arguments.length == 1 && arguments[0].equals("fix");
  if (!fix && !List.of(arguments).equals(List.of("check"))) {
    IO.println("Say -Dformat=check (which is the default) or -Dformat=fix.");
    System.exit(2);
  }
  List<String> complaints =
      javaFiles().parallelStream().map(file -> look(file, fix)).flatMap(List::stream).toList();
  complaints.forEach(IO::println);
  if (!complaints.isEmpty()) {
    IO.println("To put every file in order, run:  mvn -N validate -Dformat=fix");
    System.exit(1);
  }
}

/// Every Java file that people write: the modules' sources and these tools.
List<Path> javaFiles() throws IOException {
  try (Stream<Path> paths = Files.list(Path.of(""))) {
    List<Path> roots =
        paths
            .flatMap(folder -> Stream.of(folder.resolve("src"), folder))
            .filter(folder -> folder.endsWith("src") || folder.equals(Path.of("tools")))
            .filter(Files::isDirectory)
            .sorted()
            .toList();
    return roots.stream().flatMap(this::below).toList();
  }
}

Stream<Path> below(Path root) {
  try (Stream<Path> paths = Files.walk(root)) {
    return paths.filter(path -> path.toString().endsWith(".java")).sorted().toList().stream();
  } catch (IOException unreadable) {
    throw new UncheckedIOException(unreadable);
  }
}

/// What is wrong with a file, as lines for people; nothing if it is in order, or is now.
List<String> look(Path file, boolean fix) {
  try {
    String written = Files.readString(file);
    String wanted = new Formatter().formatSourceAndFixImports(written);
    if (wanted.equals(written)) {
      return List.of();
    }
    if (fix) {
      Files.writeString(file, wanted);
      return List.of();
    }
    return List.of(file + ":" + firstDifference(written, wanted) + ": not formatted");
  } catch (FormatterException notJava) {
    return notJava.diagnostics().stream().map(mistake -> file + ":" + mistake).toList();
  } catch (IOException unreadable) {
    throw new UncheckedIOException(unreadable);
  }
}

int firstDifference(String written, String wanted) {
  List<String> before = written.lines().toList();
  List<String> after = wanted.lines().toList();
  int line = 0;
  while (line < Math.min(before.size(), after.size()) && before.get(line).equals(after.get(line))) {
    line++;
  }
  return line + 1;
}
