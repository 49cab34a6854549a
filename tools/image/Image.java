import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes the program as a folder with its own Java, for the system it runs on: `java -cp
/// 'target/tools/*' tools/image/Image.java`, from the top folder, after Maven has built.
///
/// The scripts in `installers/` call it and make packages of what it leaves in
/// `target/package/image`. `--version NUMBER` makes it another version than that of the pom.
final class Image {
  private static final Path PLACE = Path.of("target", "package");

  private Image() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var words = List.of(arguments);
    if (!words.isEmpty() && (words.size() != 2 || !words.getFirst().equals("--version"))) {
      IO.println("Say nothing, or: --version NUMBER");
      System.exit(2);
    }
    var version = words.isEmpty() ? Pom.version() : words.get(1);
    var target = Target.ofThisComputer();
    Folders.empty(PLACE);
    var input = PLACE.resolve("input");
    var jars = Jars.copy(Path.of("app-desktop", "target"), input, target);
    var runtime = Runtimes.link(PLACE.resolve("runtime"), jars.javafx());
    Licences.write(Path.of("target", "sbom.json"), jars.kept(), PLACE.resolve("licences"));
    var image = application(target, version, input, runtime);
    var home = target.runtime(image);
    target.layOut(image, PLACE.resolve("licences"));
    for (var launcher : Launcher.ALL) {
      launcher.writeConfiguration(target.app(image), jars.classPath());
    }
    Folders.datedEvenly(image);
    if (target.endsInOrder()) {
      for (var launcher : Launcher.ALL) {
        new Training(home, target.app(image), launcher).run(PLACE.resolve("training"));
        launcher.useCache(target.app(image));
      }
      Folders.datedEvenly(image);
    }
    IO.println("%s is Colloquy %s, %,d MB".formatted(image, version, Folders.megabytes(image)));
  }

  private static Path application(Target target, String version, Path input, Path runtime)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(Commands.jdk("jpackage"), "--type", "app-image"));
    command.addAll(List.of("--name", Launcher.DESKTOP.name()));
    command.addAll(List.of("--app-version", target.versionOfPackage(version)));
    command.addAll(List.of("--vendor", "Colloquy", "--copyright", "Apache-2.0"));
    command.addAll(List.of("--icon", target.icon().toString()));
    command.addAll(List.of("--input", input.toString(), "--runtime-image", runtime.toString()));
    command.addAll(List.of("--main-jar", Launcher.DESKTOP.jar()));
    command.addAll(List.of("--main-class", Launcher.DESKTOP.mainClass()));
    command.addAll(
        List.of("--add-launcher", Launcher.SERVER.name() + "=" + Launcher.SERVER.describe(PLACE)));
    command.addAll(List.of("--dest", PLACE.toString()));
    Commands.run(command);
    var made = PLACE.resolve(target.imageName(Launcher.DESKTOP.name()));
    var image = PLACE.resolve("image").resolve(made.getFileName());
    Files.createDirectories(image.getParent());
    return Files.move(made, image);
  }
}
