# Install rules. Packages for each system come from packaging/.
include(GNUInstallDirs)
install(TARGETS clipdeckctl RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
if(BUILD_GUI)
    install(TARGETS clipdeck RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()
