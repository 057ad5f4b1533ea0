package backtalk.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes have one hash wherever they lie, and another as soon as one of them changes. */
class ClassHashTest {
  private static final String ROOM = "backtalk/embedding/";

  @TempDir Path folder;

  @BeforeEach
  void twoClasses() throws IOException {
    Files.createDirectories(folder.resolve(ROOM));
    Files.writeString(folder.resolve(ROOM + "A.class"), "a");
    Files.writeString(folder.resolve(ROOM + "B.class"), "b");
  }

  private String hash() {
    return new ClassHash(folder).sha256(ROOM);
  }

  @Test
  void aJarAndAFolderOfTheSameClassesHaveTheSameHash() throws IOException {
    Path jar = folder.resolve("program.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : new String[] {ROOM + "B.class", "other/C.class", ROOM + "A.class"}) {
        out.putNextEntry(new JarEntry(name));
        out.write(
            name.substring(name.length() - 7, name.length() - 6)
                .toLowerCase(Locale.ROOT)
                .getBytes(UTF_8));
      }
    }

    assertThat(new ClassHash(jar).sha256(ROOM)).isEqualTo(hash());
  }

  @Test
  void anotherClassOfTheSameSizeHasAnotherHash() throws IOException {
    String before = hash();
    Files.writeString(folder.resolve(ROOM + "B.class"), "c");

    assertThat(hash()).isNotEqualTo(before);
  }
}
