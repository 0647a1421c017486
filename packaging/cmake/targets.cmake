# What every target of Clipdeck shares: warnings, strict Qt, sanitizers.

add_library(clipdeck_options INTERFACE)
target_include_directories(clipdeck_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(clipdeck_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_NO_URL_CAST_FROM_STRING
    QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400
    CLIPDECK_VERSION="${PROJECT_VERSION}")
if(MSVC)
    target_compile_options(clipdeck_options INTERFACE /W4 /permissive- /utf-8
        $<$<BOOL:${CLIPDECK_WERROR}>:/WX>)
else()
    # In a unity build a file's locals stand beside the constants of other files, which they do not shadow in truth.
    set(shadow -Wshadow)
    if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set(shadow -Wshadow=local)
    endif()
    target_compile_options(clipdeck_options INTERFACE -Wall -Wextra -Wpedantic ${shadow} -Wconversion
        -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
        $<$<BOOL:${CLIPDECK_WERROR}>:-Werror>)
endif()
# A faster linker than the system's own, where it is installed.
find_program(MOLD mold)
if(MOLD AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" AND NOT APPLE)
    target_link_options(clipdeck_options INTERFACE -fuse-ld=mold)
endif()
if(CLIPDECK_SANITIZE)
    target_compile_options(clipdeck_options INTERFACE -fsanitize=${CLIPDECK_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(clipdeck_options INTERFACE -fsanitize=${CLIPDECK_SANITIZE})
endif()

add_library(Clipdeck::rtmidi UNKNOWN IMPORTED)
set_target_properties(Clipdeck::rtmidi PROPERTIES
    IMPORTED_LOCATION "${RTMIDI_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${RTMIDI_INCLUDE_DIR}")
# What RtMidi itself needs where it is a static library.
if(APPLE)
    target_link_libraries(Clipdeck::rtmidi INTERFACE "-framework CoreMIDI" "-framework CoreAudio" "-framework CoreFoundation")
elseif(WIN32)
    target_link_libraries(Clipdeck::rtmidi INTERFACE winmm)
endif()

# clipdeck_library(NAME SOURCES … [PUBLIC …] [PRIVATE …]): one room of the house as a static library.
# PUBLIC are the rooms its headers name, PRIVATE what only its .cpp files see.
function(clipdeck_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(clipdeck_${name} STATIC ${ARG_SOURCES})
    add_library(Clipdeck::${name} ALIAS clipdeck_${name})
    target_link_libraries(clipdeck_${name} PUBLIC clipdeck_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()
