package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.provider.Secret;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSecretBoxTest {
  private static final String SECRET = "sk-größe-🙂-0123456789";

  @TempDir Path folder;

  private FileSecretBox box() {
    return new FileSecretBox(folder.resolve("secret.key"));
  }

  private static String refusal(ThrowingCallable opening) {
    var thrown = catchThrowableOfType(ProblemException.class, opening);
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem()).isInstanceOf(Problem.Unavailable.class);
    return ((Problem.Unavailable) thrown.problem()).why();
  }

  @Test
  void opensWhatItSealedAlsoAfterARestart() {
    var sealed = box().seal(Secret.of(SECRET), "ada");
    assertThat(sealed).doesNotContain("sk-").isNotEqualTo(box().seal(Secret.of(SECRET), "ada"));
    assertThat(box().open(sealed, "ada").reveal()).isEqualTo(SECRET);
  }

  @Test
  void doesNotOpenWhatBelongsToSomethingElse() {
    var sealed = box().seal(Secret.of(SECRET), "ada");
    assertThat(refusal(() -> box().open(sealed, "eve"))).contains("was moved");
  }

  @Test
  void refusesDamagedTexts() {
    var sealed = box().seal(Secret.of(SECRET), "ada");
    for (var text :
        new String[] {"", "1.", "2" + sealed.substring(1), "1.????", sealed.substring(0, 30)}) {
      assertThat(refusal(() -> box().open(text, "ada"))).contains("is damaged");
    }
  }

  @Test
  void saysThatTheKeyFileIsMissingAndLeavesWhatWasSealed() throws IOException {
    var file = folder.resolve("secret.key");
    var sealed = box().seal(Secret.of(SECRET), "ada");
    var key = Files.readAllBytes(file);
    Files.delete(file);
    assertThat(refusal(() -> box().open(sealed, "ada"))).contains(file + " is missing");
    box().seal(Secret.of("another"), "ada");
    assertThat(refusal(() -> box().open(sealed, "ada"))).contains("sealed with another secret.key");
    Files.writeString(file, "nonsense");
    assertThat(refusal(() -> box().open(sealed, "ada"))).contains("does not hold a key");
    Files.write(file, key);
    assertThat(box().open(sealed, "ada").reveal()).isEqualTo(SECRET);
  }

  @Test
  void letsNobodyElseReadTheKey() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    box().seal(Secret.of(SECRET), "ada");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secret.key"))))
        .isEqualTo("rw-------");
  }
}
