package org.aidledger.faults.world;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Turns the clock of the virtual machine it is loaded into: every instant that {@code java.time}
 * reads from the machine is off by as many milliseconds as a file says at that time. It stands in a
 * jar of its own and needs nothing but Java.
 */
public final class ClockAgent {

    private static final String OFFSET = "faults.clock.offset";
    private static final long LOOK_MILLIS = 20;

    private static final ClassDesc LONG = ConstantDescs.CD_Long;
    private static final ClassDesc INSTANT = Instant.class.describeConstable().orElseThrow();

    private ClockAgent() {}

    /**
     * @param file that holds the milliseconds
     */
    public static void premain(String file, Instrumentation machine) throws Exception {
        machine.addTransformer(new Turn(), true);
        machine.retransformClasses(Clock.class);
        Thread.ofPlatform().daemon().name("turned-clock").start(() -> follow(Path.of(file)));
    }

    private static void follow(Path file) {
        try {
            while (true) {
                System.setProperty(OFFSET, Files.readString(file).strip());
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (Exception e) {
            throw new IllegalStateException("the clock is not turned any more", e);
        }
    }

    /** Adds the offset to what {@code Clock.currentInstant()} returns. */
    private static final class Turn implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String name,
                @Nullable Class<?> before,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            if (!name.equals("java/time/Clock")) {
                return null;
            }
            ClassFile format = ClassFile.of();
            return format.transformClass(format.parse(bytes), turned());
        }

        private static ClassTransform turned() {
            return ClassTransform.transformingMethodBodies(
                    method -> method.methodName().equalsString("currentInstant"),
                    (code, element) -> {
                        if (element instanceof ReturnInstruction) {
                            code.loadConstant(OFFSET)
                                    .lconst_0()
                                    .invokestatic(
                                            LONG,
                                            "getLong",
                                            MethodTypeDesc.of(
                                                    LONG,
                                                    ConstantDescs.CD_String,
                                                    ConstantDescs.CD_long))
                                    .invokevirtual(
                                            LONG,
                                            "longValue",
                                            MethodTypeDesc.of(ConstantDescs.CD_long))
                                    .invokevirtual(
                                            INSTANT,
                                            "plusMillis",
                                            MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long));
                        }
                        code.with(element);
                    });
        }
    }
}
